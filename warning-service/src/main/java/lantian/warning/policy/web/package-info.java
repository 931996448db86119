/** Policies over REST: brought in, read, put into force. */
@NullMarked
package lantian.warning.policy.web;

import org.jspecify.annotations.NullMarked;
