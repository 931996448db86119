package lantian.reporting.report.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lantian.events.Mode;
import lantian.reporting.report.EvaluationReport;
import lantian.reporting.report.RenderingSampleReport;
import lantian.reporting.report.Words;
import lantian.reporting.report.docx.PdfPages.Line;
import lantian.reporting.report.docx.PdfPages.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The report as it comes out on paper, laid out by LibreOffice and measured in the PDF. Skipped
 * where LibreOffice or poppler is not installed.
 */
class OfficialDocumentOnPaperTest {
  private static final double TOLERANCE = 1;
  private static final double TOP = 37;
  private static final double BOTTOM = 37 + 225;
  private static final double LINE = 225 / 22.0;
  private static final double CHARACTER = 156 / 28.0;
  private static final String FILLING = "空气质量持续转差各部门按照职责落实应急减排措施";

  @TempDir static Path folder;

  @BeforeAll
  static void layOut() throws Exception {
    assumeTrue(PdfPages.canBeLaidOut(), "soffice and pdftotext do not answer");
    Locale chinese = Locale.SIMPLIFIED_CHINESE;
    write("150822", RenderingSampleReport.sample("150822", chinese));
    write("652300", RenderingSampleReport.sample("652300", chinese));
    write("drill", RenderingSampleReport.sample(Mode.DRILL, chinese));
    write("long", RenderingSampleReport.withMuchText(FILLING.repeat(100)));
    PdfPages.layOut(folder);
  }

  private static void write(String name, EvaluationReport report) throws Exception {
    WordReport word = new WordReport(WordTemplates.packaged(), Map.of());
    Files.write(
        folder.resolve(name + ".docx"), word.render(report, Words.in(Locale.SIMPLIFIED_CHINESE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"150822", "652300", "drill", "long"})
  void nothingStandsOutsideTheMargins(String name) throws Exception {
    List<Page> pages = pages(name);
    assertThat(pages).hasSizeGreaterThan(3);
    for (int i = 0; i < pages.size(); i++) {
      Page page = pages.get(i);
      assertThat(page.width()).isCloseTo(210, within(0.5));
      assertThat(page.height()).isCloseTo(297, within(0.5));
      for (Line line : page.lines()) {
        assertThat(line.left()).as("%s page %s", line, i + 1).isGreaterThan(left(i) - TOLERANCE);
        // LibreOffice 7.4 hangs punctuation over the margin although the template says not to.
        double hanging = line.text().matches(".*[，。、；：]") ? CHARACTER : 0;
        assertThat(line.right() - hanging)
            .as("%s page %s", line, i + 1)
            .isLessThan(right(i) + TOLERANCE);
      }
      assertThat(body(page)).as("page %s", i + 1).isNotEmpty();
    }
  }

  @Test
  void aFullPageHas22LinesOf28Characters() throws Exception {
    List<Page> pages = pages("long");
    int full = 0;
    for (int i = 0; i < pages.size(); i++) {
      List<Line> lines = body(pages.get(i));
      if (!lines.stream().allMatch(line -> FILLING.repeat(3).contains(line.text()))) {
        continue;
      }
      full++;
      assertThat(lines).hasSize(22);
      for (int n = 0; n < lines.size(); n++) {
        Line line = lines.get(n);
        assertThat(line.text()).hasSize(28);
        assertThat(line.left()).isCloseTo(left(i), within(0.5));
        assertThat(line.right()).isCloseTo(right(i), within(TOLERANCE));
        assertThat(line.middle()).isCloseTo(TOP + (n + 0.5) * LINE, within(2.0));
        if (n > 0) {
          assertThat(line.middle() - lines.get(n - 1).middle()).isCloseTo(LINE, within(0.05));
        }
      }
    }
    assertThat(full).isGreaterThanOrEqualTo(2);
  }

  @Test
  void aParagraphBeginsTwoCharactersIn() throws Exception {
    Line first =
        pages("long").stream()
            .flatMap(page -> page.lines().stream())
            .filter(line -> line.text().startsWith(FILLING))
            .findFirst()
            .orElseThrow();
    assertThat(first.text()).hasSize(26);
    assertThat(Math.min(first.left() - 28, first.left() - 26))
        .isBetween(2 * CHARACTER - 2.1, 2 * CHARACTER + 0.1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"150822", "652300"})
  void thePageNumberStandsOutsideAndSevenMillimetresBelowTheText(String name) throws Exception {
    List<Page> pages = pages(name);
    double inset = 14 / 72.0 * 25.4;
    for (int i = 0; i < pages.size(); i++) {
      Line number = pages.get(i).lines().getLast();
      assertThat(number.text().replace(" ", "")).isEqualTo("—" + (i + 1) + "—");
      assertThat(number.middle()).isCloseTo(BOTTOM + 7, within(1.5));
      if (i % 2 == 0) {
        assertThat(number.right()).isCloseTo(right(i) - inset, within(TOLERANCE));
      } else {
        assertThat(number.left()).isCloseTo(left(i) + inset, within(TOLERANCE));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"150822", "652300"})
  void theSevenHeadingsComeInOrderAndNoneAtTheFootOfAPage(String name) throws Exception {
    List<Page> pages = pages(name);
    String text = String.join("\n", pages.stream().map(Page::text).toList());
    assertThat(text)
        .containsSubsequence(
            "一、成因技术分析",
            "二、预报预警信息发布情况",
            "三、应急响应启动和终止情况",
            "四、应急减排措施落实情况",
            "五、应急保障情况",
            "六、效果评估",
            "七、存在的问题及改进措施",
            "附件：数据来源",
            "2016年");
    for (Page page : pages) {
      assertThat(body(page).getLast().text())
          .doesNotMatch("[一二三四五六七]、.{4,20}|（[一二三四]）.{3,5}|[123]\\..{3,12}（草稿）|[表图]\\d+.*");
    }
  }

  @Test
  void theHeadStandsOnTheFirstPageWithTextUnderIt() throws Exception {
    Page first = pages("150822").getFirst();
    Line issuer = body(first).getFirst();
    assertThat(issuer.text()).isEqualTo("磴口县重污染天气应急指挥部专家咨询组");
    assertThat(issuer.middle()).isBetween(TOP + 35, TOP + 35 + 16);
    assertThat(first.text().replace("\n", ""))
        .containsSubsequence("〔2016〕", "签发人：", "评估报告", "办公室：", "现将评估情况报告如下");
  }

  @Test
  void everyPageOfADrillIsMarked() throws Exception {
    List<Page> pages = pages("drill");
    assertThat(pages).allMatch(page -> page.lines().getFirst().text().equals("【演练】"));
    assertThat(pages("150822")).noneMatch(page -> page.text().contains("【演练】"));
  }

  private static List<Page> pages(String name) throws Exception {
    return PdfPages.of(folder.resolve(name + ".pdf"));
  }

  /** The lines between the header and the page number. */
  private static List<Line> body(Page page) {
    return page.lines().stream()
        .filter(line -> line.middle() > TOP && line.middle() < BOTTOM)
        .toList();
  }

  /** The binding is left of odd pages and right of even ones. */
  private static double left(int page) {
    return page % 2 == 0 ? 28 : 26;
  }

  private static double right(int page) {
    return left(page) + 156;
  }
}
