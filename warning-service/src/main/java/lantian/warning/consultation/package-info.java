/** Consultation (会商): what the experts and the meteorological bureau say of a proposal. */
@NullMarked
package lantian.warning.consultation;

import org.jspecify.annotations.NullMarked;
