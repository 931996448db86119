package lantian.reporting.report.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.jspecify.annotations.Nullable;

/** The text of a template, wherever Word keeps it: tables, text boxes, headers, footers. */
final class TemplateText {
  private static final String W =
      "declare namespace w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' ";

  private TemplateText() {}

  /** Of each paragraph. */
  static List<String> of(XWPFDocument document) {
    List<String> texts = new ArrayList<>(paragraphs(document.getDocument()));
    Stream.concat(document.getHeaderList().stream(), document.getFooterList().stream())
        .map(XWPFHeaderFooter::_getHdrFtr)
        .forEach(part -> texts.addAll(paragraphs(part)));
    return texts;
  }

  /** Of the header of odd, even and first pages, where they differ; empty where there is none. */
  static List<String> headersOfEveryPage(XWPFDocument document) {
    XWPFHeaderFooterPolicy policy = document.getHeaderFooterPolicy();
    if (policy == null) {
      return List.of("");
    }
    List<String> texts = new ArrayList<>();
    texts.add(text(policy.getDefaultHeader()));
    if (document.getEvenAndOddHeadings()) {
      texts.add(text(policy.getEvenPageHeader()));
    }
    var body = document.getDocument().getBody();
    if (body.isSetSectPr() && body.getSectPr().isSetTitlePg()) {
      texts.add(text(policy.getFirstPageHeader()));
    }
    return texts;
  }

  private static String text(@Nullable XWPFHeader header) {
    return header == null ? "" : String.join("\n", paragraphs(header._getHdrFtr()));
  }

  private static List<String> paragraphs(XmlObject part) {
    List<String> texts = new ArrayList<>();
    for (XmlObject paragraph : part.selectPath(W + ".//w:p")) {
      StringBuilder text = new StringBuilder();
      for (XmlObject run : paragraph.selectPath(W + ".//w:t")) {
        try (XmlCursor cursor = run.newCursor()) {
          text.append(cursor.getTextValue());
        }
      }
      texts.add(text.toString());
    }
    return texts;
  }
}
