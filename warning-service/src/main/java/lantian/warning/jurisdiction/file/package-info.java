/** Reads the jurisdictions from {@code jurisdictions.yaml} on the class path. */
@NullMarked
package lantian.warning.jurisdiction.file;

import org.jspecify.annotations.NullMarked;
