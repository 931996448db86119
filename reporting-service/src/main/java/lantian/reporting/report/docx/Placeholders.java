package lantian.reporting.report.docx;

import java.util.Set;
import java.util.TreeSet;

/** What a template may and must name between {@code {{} and {@code }}}. */
final class Placeholders {
  static final String SECTIONS = "sections";
  static final String DRILL_MARK = "drillMark";

  /** Words within a line. */
  static final Set<String> TEXTS =
      Set.of(
          "title",
          "status",
          "opening",
          "issuer",
          "recipient",
          "documentNumber",
          "signatoryLabel",
          "signatory",
          "jurisdiction",
          "jurisdictionCode",
          "level",
          "published",
          "lifted",
          "due",
          "readAt",
          "date",
          "annexLabel",
          "annexTitle",
          DRILL_MARK);

  /** Paragraphs, tables and charts, each in the place of a paragraph of its own. */
  static final Set<String> PASSAGES =
      Set.of("notices", "facts", "summary", "attachments", "signature", "sources");

  static final Set<String> TEXTS_OF_A_SECTION = Set.of("heading");
  static final Set<String> PASSAGES_OF_A_SECTION = Set.of("drafts", "figures", "charts", "tables");

  /** Parts that are left out where it is not so: {@code {{?drill}} … {{/drill}}}. */
  static final Set<String> CONDITIONS = Set.of("drill", "live");

  /** Without these a reader could miss a figure, a warning on the report, or that it is a drill. */
  static final Set<String> NEEDED =
      new TreeSet<>(
          Set.of(
              "title", "notices", "facts", SECTIONS, "heading", "drafts", "figures", "charts",
              "tables"));

  private Placeholders() {}

  static boolean isPassage(String name) {
    return PASSAGES.contains(name) || PASSAGES_OF_A_SECTION.contains(name);
  }
}
