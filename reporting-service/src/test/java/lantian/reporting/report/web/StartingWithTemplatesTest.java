package lantian.reporting.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import lantian.reporting.report.RenderingSampleReport;
import lantian.reporting.report.Words;
import lantian.reporting.report.docx.UnusableTemplate;
import lantian.reporting.report.docx.WordReport;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The setting {@code lantian.reporting.templates}, as the service starts with it. */
class StartingWithTemplatesTest {
  private static final Path PACKAGED = Path.of("src/main/resources/report-template.docx");
  private final ApplicationContextRunner service =
      new ApplicationContextRunner().withUserConfiguration(RenderingConfiguration.class);
  @TempDir Path folder;

  @Test
  void aTemplateAndALetterheadOfAnOfficeAreUsedWithoutABuild() throws IOException {
    try (XWPFDocument own = new XWPFDocument(Files.newInputStream(PACKAGED));
        var out = Files.newOutputStream(folder.resolve("150822.docx"))) {
      own.createParagraph().createRun().setText("磴口县自己的模板，{{jurisdiction}}印发");
      own.write(out);
    }
    service
        .withPropertyValues(
            "lantian.reporting.templates=" + folder,
            "lantian.reporting.letterheads.150822.document-number=磴重污专评")
        .run(
            context -> {
              WordReport word = context.getBean(WordReport.class);
              assertThat(text(word, "150822")).contains("磴口县自己的模板，磴口县印发", "磴重污专评〔2016〕");
              assertThat(text(word, "652300")).doesNotContain("自己的模板", "磴重污专评");
            });
  }

  @Test
  void theServiceDoesNotStartWithATemplateThatIsBroken() throws IOException {
    try (XWPFDocument own = new XWPFDocument(Files.newInputStream(PACKAGED));
        var out = Files.newOutputStream(folder.resolve("150822.docx"))) {
      own.createParagraph().createRun().setText("{{nonsense}}");
      own.write(out);
    }
    service
        .withPropertyValues("lantian.reporting.templates=" + folder)
        .run(
            context ->
                assertThat(context)
                    .hasFailed()
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(UnusableTemplate.class)
                    .hasMessageContainingAll("没有 {{nonsense}}", "no placeholder {{nonsense}}"));
  }

  @Test
  void withoutTheSettingThePackagedTemplateIsUsed() {
    for (String nothing : new String[] {"", " "}) {
      service
          .withPropertyValues("lantian.reporting.templates=" + nothing)
          .run(
              context ->
                  assertThat(text(context.getBean(WordReport.class), "150822"))
                      .contains("签发人：", "七、存在的问题及改进措施"));
    }
  }

  private static String text(WordReport word, String jurisdiction) throws IOException {
    Locale chinese = Locale.SIMPLIFIED_CHINESE;
    byte[] docx =
        word.render(RenderingSampleReport.sample(jurisdiction, chinese), Words.in(chinese));
    try (var extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
      return extractor.getText();
    }
  }
}
