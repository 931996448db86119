/** Reads the regions from {@code regions.yaml} on the class path. */
@NullMarked
package lantian.warning.linkage.file;

import org.jspecify.annotations.NullMarked;
