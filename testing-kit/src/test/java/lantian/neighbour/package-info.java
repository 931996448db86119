/** Another service, for the sample that breaks the rule on services. */
@NullMarked
package lantian.neighbour;

import org.jspecify.annotations.NullMarked;
