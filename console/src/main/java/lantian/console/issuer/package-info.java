/**
 * The issuer of tokens for a machine of one's own; elsewhere any OpenID Connect provider does it.
 */
@NullMarked
package lantian.console.issuer;

import org.jspecify.annotations.NullMarked;
