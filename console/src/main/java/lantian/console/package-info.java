/**
 * The pages over the services' REST interfaces, and the issuer of tokens where everything is local.
 */
@NullMarked
package lantian.console;

import org.jspecify.annotations.NullMarked;
