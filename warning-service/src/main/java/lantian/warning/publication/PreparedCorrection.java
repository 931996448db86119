package lantian.warning.publication;

/**
 * What is said should the revision prove a false alarm: written when it is published, and not when
 * everybody is in a hurry.
 *
 * @param cap the CAP Cancel, a draft that lacks its stamp alone; {@code capCn} likewise
 * @param sha256 of all of it
 */
public record PreparedCorrection(Texts texts, String cap, String capCn, String sha256) {}
