/** Who may call what: roles from the token, one table of endpoints per service, deny otherwise. */
@NullMarked
package lantian.kit.security;

import org.jspecify.annotations.NullMarked;
