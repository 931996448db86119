/** Strict reading of the rules' data files: an unknown or a missing field is an error. */
@NullMarked
package lantian.warning.datafile;

import org.jspecify.annotations.NullMarked;
