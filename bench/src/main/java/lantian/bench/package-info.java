/** What the platform does in a second, held against its limits and its peers in the same run. */
@NullMarked
package lantian.bench;

import org.jspecify.annotations.NullMarked;
