/**
 * Emergency codes (应急处置口令): a sealed envelope stands in for the roster, once, and everybody is
 * told.
 */
@NullMarked
package lantian.warning.emergency;

import org.jspecify.annotations.NullMarked;
