package lantian.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import lantian.events.Mode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.util.HtmlUtils;

/** The page and the Word document of the sample report. */
class FormsOfReportTest {
  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

  @Test
  void thePageStandsAloneAndHasNoScript() {
    String page = page(Mode.LIVE, CHINESE);
    assertThat(page).contains("lang=\"zh-CN\"", "一、成因技术分析", "七、存在的问题及改进措施", "<svg");
    assertThat(page.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http://", "https://", "<script", "url(");
    assertThat(page).doesNotContain("【演练】");
  }

  @Test
  void aDrillIsMarkedOnThePageAndOnEveryPageOfTheDocument() throws IOException {
    assertThat(page(Mode.DRILL, CHINESE)).contains("【演练】");
    try (XWPFDocument document = word(Mode.DRILL, CHINESE)) {
      assertThat(document.getHeaderList().getFirst().getText()).contains("【演练】");
    }
  }

  @Test
  void whyTheLevelWasRaisedIsToldInTheSameWordsInEveryForm() throws IOException {
    for (Locale locale : List.of(CHINESE, Locale.ENGLISH)) {
      String told = Words.in(locale).say(SampleEpisode.live().first().reason());
      EvaluationReport.Table explained =
          RenderingSampleReport.sample(Mode.LIVE, locale).sections().stream()
              .flatMap(section -> section.tables().stream())
              .filter(table -> table.code().equals("response.explained"))
              .findFirst()
              .orElseThrow();
      assertThat(explained.rows().getFirst().cells().getLast().text()).isEqualTo(told);
      assertThat(page(Mode.LIVE, locale)).contains(HtmlUtils.htmlEscape(told, "UTF-8"));
      try (XWPFDocument document = word(Mode.LIVE, locale)) {
        assertThat(document.getTables())
            .anySatisfy(table -> assertThat(table.getText()).contains(told));
      }
    }
  }

  @Test
  void textsOfUnitsAreEscaped() {
    EvaluationReport report = RenderingSampleReport.sample(Mode.LIVE, CHINESE);
    EvaluationReport hostile =
        new EvaluationReport(
            report.id(),
            report.warningId(),
            report.status(),
            report.mode(),
            report.jurisdiction(),
            report.jurisdictionName(),
            "<script>alert(1)</script>",
            report.highestLevel(),
            report.policy(),
            report.publishedAt(),
            report.liftedAt(),
            report.dueOn(),
            report.dueOnProvisional(),
            report.readAt(),
            report.facts(),
            List.of("<img src=x onerror=alert(1)>"),
            report.summary(),
            report.sections(),
            report.sources());
    assertThat(RenderingSampleReport.html().render(hostile, Words.in(CHINESE)))
        .doesNotContain("<script", "<img");
  }

  @Test
  void theDocumentHasTheHeadingsInItsOutlineAndChartsOfItsOwn() throws IOException {
    try (XWPFDocument document = word(Mode.LIVE, CHINESE)) {
      assertThat(document.getParagraphs())
          .filteredOn(p -> "Heading1".equals(p.getStyle()))
          .extracting(XWPFParagraph::getText)
          .startsWith("一、成因技术分析")
          .endsWith("七、存在的问题及改进措施")
          .hasSize(7);
      assertThat(document.getCharts()).hasSize(2);
      assertThat(document.getTables()).hasSizeGreaterThan(15);
    }
    try (XWPFDocument document = word(Mode.LIVE, Locale.ENGLISH)) {
      assertThat(document.getParagraphs())
          .extracting(XWPFParagraph::getText)
          .contains("1. Causes", "7. Problems and improvements");
    }
  }

  @Test
  void noFormNeedsAFontOnTheServer(@TempDir Path folder) throws Exception {
    Path classes = folder.resolve("classes.log");
    Process render =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Xlog:class+load:file=" + classes,
                "-cp",
                System.getProperty("java.class.path"),
                RenderingSampleReport.class.getName(),
                folder.resolve("out").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("render.log").toFile())
            .start();
    assertThat(render.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(render.exitValue()).as(Files.readString(folder.resolve("render.log"))).isZero();
    File[] written = folder.resolve("out").toFile().listFiles();
    assertThat(written).hasSize(9);
    assertThat(Files.readString(classes))
        .contains("org.apache.poi.xwpf.usermodel.XWPFChart")
        .doesNotContain(" sun.font.", " java.awt.Font ", " java.awt.GraphicsEnvironment ");
  }

  private static String page(Mode mode, Locale locale) {
    return RenderingSampleReport.html()
        .render(RenderingSampleReport.sample(mode, locale), Words.in(locale));
  }

  private static XWPFDocument word(Mode mode, Locale locale) throws IOException {
    return new XWPFDocument(
        new ByteArrayInputStream(
            RenderingSampleReport.word()
                .render(RenderingSampleReport.sample(mode, locale), Words.in(locale))));
  }
}
