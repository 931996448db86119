/** What is wrong with a text before anybody approves it: wording, dates, references. */
@NullMarked
package lantian.warning.publication.lint;

import org.jspecify.annotations.NullMarked;
