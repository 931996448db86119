package lantian.reporting.report.docx;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Writes before a place in the document, in the template's styles and within its margins. */
final class WordFlow {
  private final XWPFDocument document;
  private final XWPFParagraph place;
  private final Map<WordStyle, String> ids = new EnumMap<>(WordStyle.class);

  WordFlow(XWPFParagraph place) {
    this.document = place.getDocument();
    this.place = place;
  }

  XWPFParagraph paragraph(WordStyle style, String text) {
    XWPFParagraph paragraph = emptyParagraph(style);
    write(paragraph.createRun(), text);
    return paragraph;
  }

  XWPFParagraph emptyParagraph(WordStyle style) {
    try (XmlCursor here = place.getCTP().newCursor()) {
      XWPFParagraph paragraph = document.insertNewParagraph(here);
      paragraph.setStyle(idOf(style));
      return paragraph;
    }
  }

  XWPFTable table() {
    try (XmlCursor here = place.getCTP().newCursor()) {
      return document.insertNewTbl(here);
    }
  }

  /** Into a cell, whose first paragraph is there already. */
  XWPFRun fill(XWPFParagraph paragraph, String text) {
    paragraph.setStyle(idOf(WordStyle.CELL));
    XWPFRun run = paragraph.createRun();
    write(run, text);
    return run;
  }

  XWPFDocument document() {
    return document;
  }

  /** Between the margins of the template's last section, in twentieths of a point. */
  int textWidth() {
    return textWidth(document);
  }

  static int textWidth(XWPFDocument document) {
    CTSectPr section = document.getDocument().getBody().getSectPr();
    CTPageMar margins = section.getPgMar();
    return twips(section.getPgSz().getW())
        - twips(margins.getLeft())
        - twips(margins.getRight())
        - (margins.getGutter() == null ? 0 : twips(margins.getGutter()));
  }

  private static int twips(Object measure) {
    return measure instanceof BigInteger number
        ? number.intValue()
        : Integer.parseInt(String.valueOf(measure));
  }

  private static void write(XWPFRun run, String text) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        run.addBreak();
      }
      run.setText(lines[i], i);
    }
  }

  /** Looked up once: a table has a thousand cells. */
  private String idOf(WordStyle style) {
    return ids.computeIfAbsent(
        style,
        _ ->
            findId(document, style)
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "the template has no style " + style.styleName())));
  }

  /** Word gives other ids to styles that are made anew; names stay. */
  static Optional<String> findId(XWPFDocument document, WordStyle style) {
    if (document.getStyles() == null) {
      return Optional.empty();
    }
    return document.getStyles().getStyles().stream()
        .map(XWPFStyle::getCTStyle)
        .filter(s -> s.getType() == STStyleType.PARAGRAPH && s.getName() != null)
        .filter(s -> style.styleName().equalsIgnoreCase(s.getName().getVal()))
        .map(CTStyle::getStyleId)
        .findFirst();
  }
}
