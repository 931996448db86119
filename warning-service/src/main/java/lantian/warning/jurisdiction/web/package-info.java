/** For which places a caller acts. */
@NullMarked
package lantian.warning.jurisdiction.web;

import org.jspecify.annotations.NullMarked;
