package lantian.reporting.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import lantian.events.Mode;
import lantian.reporting.report.docx.WordReport;
import lantian.reporting.report.html.HtmlReport;
import lantian.reporting.report.section.ComposingReport;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes the sample report in every form to a folder, to be looked at. */
public final class RenderingSampleReport {
  private RenderingSampleReport() {}

  static EvaluationReport sample(Mode mode, Locale locale) {
    return ComposingReport.of(
        SampleEpisode.open(mode),
        mode == Mode.DRILL ? SampleEpisode.drill() : SampleEpisode.live(),
        Instant.parse("2016-12-27T02:00:00Z"),
        Words.in(locale));
  }

  static HtmlReport html() {
    ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
    templates.setPrefix("templates/");
    templates.setSuffix(".html");
    templates.setCharacterEncoding("UTF-8");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(templates);
    return new HtmlReport(engine);
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Files.createDirectories(folder);
    for (Mode mode : Mode.values()) {
      for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
        EvaluationReport report = sample(mode, locale);
        Words words = Words.in(locale);
        String name = mode + "-" + locale.getLanguage();
        Files.writeString(folder.resolve(name + ".html"), html().render(report, words));
        Files.write(folder.resolve(name + ".docx"), new WordReport().render(report, words));
      }
    }
  }
}
