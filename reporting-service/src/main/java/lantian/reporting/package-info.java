/** Keeps what the events tell and reports on it. */
@NullMarked
package lantian.reporting;

import org.jspecify.annotations.NullMarked;
