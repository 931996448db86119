/** Regional linkage (区域联动): places side by side that are polluted together. */
@NullMarked
package lantian.warning.linkage;

import org.jspecify.annotations.NullMarked;
