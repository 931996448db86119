/**
 * How places respond (应急响应) to the warnings of places above them, and more strictly by themselves.
 */
@NullMarked
package lantian.warning.response;

import org.jspecify.annotations.NullMarked;
