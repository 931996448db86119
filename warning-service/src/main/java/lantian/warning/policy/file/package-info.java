/** Reads the policies from the data files in {@code policies/} on the class path. */
@NullMarked
package lantian.warning.policy.file;

import org.jspecify.annotations.NullMarked;
