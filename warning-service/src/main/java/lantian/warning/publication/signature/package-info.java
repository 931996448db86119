/** Signatures of what goes out, and the keys that make them. */
@NullMarked
package lantian.warning.publication.signature;

import org.jspecify.annotations.NullMarked;
