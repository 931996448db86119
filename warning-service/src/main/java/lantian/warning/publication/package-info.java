/**
 * What the public is told of a warning: one model of a revision, written in every form once, kept
 * as it went out, and shown through one gate.
 */
@NullMarked
package lantian.warning.publication;

import org.jspecify.annotations.NullMarked;
