/**
 * The emergency response (应急响应) to a warning: which duties a level change, a new day or a lift lays
 * upon the units.
 */
@NullMarked
package lantian.tasking.response;

import org.jspecify.annotations.NullMarked;
