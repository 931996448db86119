/** The roster (名册): who may decide at this moment, kept by people who enter each other. */
@NullMarked
package lantian.warning.roster;

import org.jspecify.annotations.NullMarked;
