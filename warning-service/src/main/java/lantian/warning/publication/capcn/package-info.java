/** The form of GB/T 35965.1, by a layout that is data. */
@NullMarked
package lantian.warning.publication.capcn;

import org.jspecify.annotations.NullMarked;
