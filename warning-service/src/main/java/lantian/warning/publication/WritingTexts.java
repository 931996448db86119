package lantian.warning.publication;

/** Finds the words for what there is to tell. */
public interface WritingTexts {
  Texts of(Announcement announcement);
}
