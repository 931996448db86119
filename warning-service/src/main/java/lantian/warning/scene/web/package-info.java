/** The address of a request says where it plays. */
@NullMarked
package lantian.warning.scene.web;

import org.jspecify.annotations.NullMarked;
