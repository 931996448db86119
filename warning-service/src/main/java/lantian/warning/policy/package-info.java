/** When a level is reached, when it may be lowered and who decides: policies as versioned data. */
@NullMarked
package lantian.warning.policy;

import org.jspecify.annotations.NullMarked;
