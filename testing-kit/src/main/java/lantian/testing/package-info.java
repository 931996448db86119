/** What the tests of all services share. */
@NullMarked
package lantian.testing;

import org.jspecify.annotations.NullMarked;
