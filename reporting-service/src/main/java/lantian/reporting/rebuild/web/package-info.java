/** A rebuild over HTTP: asked for, and followed. */
@NullMarked
package lantian.reporting.rebuild.web;

import org.jspecify.annotations.NullMarked;
