/** Controllers that open transactions. */
@NullMarked
package lantian.broken.transaction.web;

import org.jspecify.annotations.NullMarked;
