package lantian.warning.publication;

/** A message in every form, as drafts or as they go out. */
public record Documents(String cap, String capCn) {}
