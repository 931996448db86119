/** {@code POST /api/v1/assessments}: what a policy says of a series; stores nothing. */
@NullMarked
package lantian.warning.assessment.web;

import org.jspecify.annotations.NullMarked;
