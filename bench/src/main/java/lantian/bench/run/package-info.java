/** What every bench works with: its stand, turns by turns, and where the time went. */
@NullMarked
package lantian.bench.run;

import org.jspecify.annotations.NullMarked;
