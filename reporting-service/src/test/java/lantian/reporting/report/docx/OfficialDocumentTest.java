package lantian.reporting.report.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lantian.reporting.report.RenderingSampleReport;
import lantian.reporting.report.Words;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

/** The measures of GB/T 9704-2012, as the document states them to Word. */
class OfficialDocumentTest {
  private static final double TWIPS_OF_A_MILLIMETRE = 1440 / 25.4;
  private XWPFDocument document;

  @BeforeEach
  void render() throws IOException {
    WordReport word = new WordReport(WordTemplates.packaged(), Map.of());
    Locale chinese = Locale.SIMPLIFIED_CHINESE;
    document =
        new XWPFDocument(
            new ByteArrayInputStream(
                word.render(RenderingSampleReport.sample("150822", chinese), Words.in(chinese))));
  }

  @AfterEach
  void close() throws IOException {
    document.close();
  }

  @Test
  void thePaperIsA4With37MillimetresAboveAnd28AtTheBinding() {
    CTSectPr section = section();
    CTPageMar margins = section.getPgMar();
    assertThat(millimetres(section.getPgSz().getW())).isCloseTo(210, within(0.1));
    assertThat(millimetres(section.getPgSz().getH())).isCloseTo(297, within(0.1));
    assertThat(millimetres(margins.getTop())).isCloseTo(37, within(0.1));
    assertThat(millimetres(margins.getLeft())).isCloseTo(28, within(0.1));
    double width = 210 - millimetres(margins.getLeft()) - millimetres(margins.getRight());
    double height = 297 - millimetres(margins.getTop()) - millimetres(margins.getBottom());
    assertThat(width).isCloseTo(156, within(0.1));
    assertThat(height).isCloseTo(225, within(0.1));
    assertThat(document.getEvenAndOddHeadings()).isTrue();
  }

  @Test
  void theGridHas22LinesOf28Characters() {
    var grid = section().getDocGrid();
    assertThat(grid.getType()).isEqualTo(STDocGrid.LINES_AND_CHARS);
    double height = 225 * TWIPS_OF_A_MILLIMETRE;
    assertThat((int) (height / grid.getLinePitch().intValue())).isEqualTo(22);
    double character = 16 + grid.getCharSpace().intValue() / 4096.0;
    assertThat((int) (156 / 25.4 * 72 / character)).isEqualTo(28);
    CTSpacing line = style("Normal").getPPr().getSpacing();
    assertThat(line.getLineRule()).isEqualTo(STLineSpacingRule.EXACT);
    assertThat(line.getLine()).isEqualTo(grid.getLinePitch());
    double set = 16 + number(style("Normal").getRPr().getSpacingArray(0).getVal()) / 20.0;
    assertThat((int) (156 / 25.4 * 72 / set)).isEqualTo(28);
  }

  @Test
  void eachPartHasItsFaceAndSize() {
    assertThat(face("Normal")).isEqualTo("仿宋_GB2312 16.0");
    assertThat(face("公文正文")).isEqualTo("仿宋_GB2312 16.0");
    assertThat(face("Title")).isEqualTo("方正小标宋简体 22.0");
    assertThat(face("heading 1")).isEqualTo("黑体 16.0");
    assertThat(face("heading 2")).isEqualTo("楷体_GB2312 16.0");
    assertThat(face("heading 3")).isEqualTo("仿宋_GB2312 16.0");
    assertThat(face("公文页码")).isEqualTo("宋体 14.0");
    assertThat(style("公文机关标志").getRPr().getColorArray(0).xgetVal().getStringValue())
        .isEqualTo("FF0000");
  }

  @Test
  void headingsAreCountedInThreeLevels() {
    assertThat(of("Heading1"))
        .containsExactly(
            "一、成因技术分析",
            "二、预报预警信息发布情况",
            "三、应急响应启动和终止情况",
            "四、应急减排措施落实情况",
            "五、应急保障情况",
            "六、效果评估",
            "七、存在的问题及改进措施");
    assertThat(of("Heading2")).startsWith("（一）情况说明", "（二）主要指标", "（三）过程图", "（四）情况表");
    assertThat(of("Heading3")).startsWith("1.数据表明（草稿）", "2.尚不能得出的结论（草稿）", "3.待补充（草稿）");
  }

  @Test
  void everyFigureAndTableOfTheReportStandsInIt() {
    var report = RenderingSampleReport.sample("150822", Locale.SIMPLIFIED_CHINESE);
    List<String> cells = new ArrayList<>();
    document
        .getTables()
        .forEach(
            t -> t.getRows().forEach(r -> r.getTableCells().forEach(c -> cells.add(c.getText()))));
    report.sections().stream()
        .flatMap(s -> s.figures().stream())
        .forEach(f -> assertThat(cells).contains(f.label(), f.text()));
    report.sections().stream()
        .flatMap(s -> s.tables().stream().flatMap(t -> t.rows().stream()))
        .flatMap(r -> r.cells().stream())
        .forEach(c -> assertThat(cells).contains(c.text()));
    assertThat(document.getCharts()).hasSize(2);
    assertThat(document.getTables())
        .isNotEmpty()
        .allMatch(t -> t.getWidth() <= Math.ceil(156 * TWIPS_OF_A_MILLIMETRE));
  }

  @Test
  void theDateHasArabicNumeralsAndBeginsTwoCharactersAfterTheName() {
    XWPFParagraph date =
        document.getParagraphs().stream()
            .filter(p -> p.getText().equals("2016年　　月　　日"))
            .findFirst()
            .orElseThrow();
    int issuer = "磴口县重污染天气应急指挥部专家咨询组".length();
    assertThat(date.getCTPPr().getInd().getLeftChars().intValue())
        .isEqualTo(100 * (28 - 2 - issuer + 2));
  }

  @Test
  void placeholdersInTheDataAreTextAndWhatXmlCannotHoldDoesNoHarm() throws IOException {
    String hostile = "{{title}} {{/sections}} {{?drill}} ${x} #{T(java.lang.Runtime)} <w:p/>";
    var report = RenderingSampleReport.saying(hostile + "\u0001\uFFFE");
    WordReport word =
        new WordReport(
            WordTemplates.packaged(),
            Map.of("150822", new Letterhead(hostile, hostile, hostile, hostile)));
    byte[] docx = word.render(report, Words.in(Locale.SIMPLIFIED_CHINESE));
    try (XWPFDocument written = new XWPFDocument(new ByteArrayInputStream(docx))) {
      List<XWPFParagraph> paragraphs = written.getParagraphs();
      assertThat(paragraphs).anyMatch(p -> p.getText().equals(hostile));
      assertThat(paragraphs)
          .as("issuer, recipient, notice, seven drafts, signature")
          .filteredOn(p -> p.getText().startsWith(hostile))
          .hasSize(11);
      assertThat(paragraphs).filteredOn(p -> "Heading1".equals(p.getStyle())).hasSize(7);
      assertThat(written.getTables().getFirst().getText()).contains(hostile);
    }
  }

  private CTSectPr section() {
    return document.getDocument().getBody().getSectPr();
  }

  private List<String> of(String style) {
    return document.getParagraphs().stream()
        .filter(p -> style.equals(p.getStyle()))
        .map(XWPFParagraph::getText)
        .toList();
  }

  private CTStyle style(String name) {
    return document.getStyles().getStyles().stream()
        .map(s -> s.getCTStyle())
        .filter(s -> s.getName().getVal().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Face and size in points, each from the style or the one it is based on. */
  private String face(String name) {
    String face = null;
    Double size = null;
    CTStyle style = style(name);
    while (face == null || size == null) {
      CTRPr run = style.getRPr();
      if (face == null && run != null && run.sizeOfRFontsArray() > 0) {
        face = run.getRFontsArray(0).getEastAsia();
      }
      if (size == null && run != null && run.sizeOfSzArray() > 0) {
        size = number(run.getSzArray(0).getVal()) / 2.0;
      }
      if (style.getBasedOn() == null) {
        break;
      }
      style = byId(style.getBasedOn().getVal());
    }
    if (face == null) {
      face =
          document
              .getStyles()
              .getCtStyles()
              .getDocDefaults()
              .getRPrDefault()
              .getRPr()
              .getRFontsArray(0)
              .getEastAsia();
    }
    return face + " " + size;
  }

  private CTStyle byId(String id) {
    return document.getStyles().getStyle(id).getCTStyle();
  }

  private static double number(Object measure) {
    return measure instanceof BigInteger number
        ? number.doubleValue()
        : Double.parseDouble(String.valueOf(measure));
  }

  private static double millimetres(Object twips) {
    return number(twips) / TWIPS_OF_A_MILLIMETRE;
  }
}
