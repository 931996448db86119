/**
 * The command line of Lantian: starts the whole platform on one machine, stops it and hands out
 * tokens.
 */
@NullMarked
package lantian.local;

import org.jspecify.annotations.NullMarked;
