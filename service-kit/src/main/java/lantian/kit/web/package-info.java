/** REST as every service speaks it: problem documents in two languages, strict JSON, If-Match. */
@NullMarked
package lantian.kit.web;

import org.jspecify.annotations.NullMarked;
