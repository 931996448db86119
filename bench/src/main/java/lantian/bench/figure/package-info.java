/** Figures, what they are held against, and the document they stand in. */
@NullMarked
package lantian.bench.figure;

import org.jspecify.annotations.NullMarked;
