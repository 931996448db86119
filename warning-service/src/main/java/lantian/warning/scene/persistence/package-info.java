/** Scenes in PostgreSQL. */
@NullMarked
package lantian.warning.scene.persistence;

import org.jspecify.annotations.NullMarked;
