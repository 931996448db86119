/**
 * The documents of policies, YAML and JSON of one shape: those in {@code policies/} on the class
 * path, and those that somebody brings in.
 */
@NullMarked
package lantian.warning.policy.file;

import org.jspecify.annotations.NullMarked;
