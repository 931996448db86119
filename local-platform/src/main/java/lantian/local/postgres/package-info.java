/** A real PostgreSQL beside this JVM, which keeps every acknowledged commit in a folder. */
@NullMarked
package lantian.local.postgres;

import org.jspecify.annotations.NullMarked;
