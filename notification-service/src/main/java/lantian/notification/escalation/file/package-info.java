/** Policies of escalation as YAML files. */
@NullMarked
package lantian.notification.escalation.file;

import org.jspecify.annotations.NullMarked;
