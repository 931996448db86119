/** A level change becomes duties. */
@NullMarked
package lantian.bench.duties;

import org.jspecify.annotations.NullMarked;
