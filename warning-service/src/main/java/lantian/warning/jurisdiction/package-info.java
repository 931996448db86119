/** The places that the service warns, and the government that decides for each of them. */
@NullMarked
package lantian.warning.jurisdiction;

import org.jspecify.annotations.NullMarked;
