/** The texts of a publication, from bundles, Chinese and English. */
@NullMarked
package lantian.warning.publication.wording;

import org.jspecify.annotations.NullMarked;
