/** What stands in messages and is no word: data files. */
@NullMarked
package lantian.warning.publication.file;

import org.jspecify.annotations.NullMarked;
