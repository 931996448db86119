package lantian.reporting.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lantian.events.Mode;
import lantian.reporting.episode.Episode;
import lantian.reporting.report.EvaluationReport.Draft;
import lantian.reporting.report.EvaluationReport.Fact;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.docx.WordReport;
import lantian.reporting.report.docx.WordTemplates;
import lantian.reporting.report.html.HtmlReport;
import lantian.reporting.report.section.ComposingReport;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes the sample report in every form to a folder, to be looked at. */
public final class RenderingSampleReport {
  private RenderingSampleReport() {}

  public static EvaluationReport sample(Mode mode, Locale locale) {
    return sample(
        SampleEpisode.open(mode),
        mode == Mode.DRILL ? SampleEpisode.drill() : SampleEpisode.live(),
        locale);
  }

  /** Of Dengkou county (150822) a long report, of Changji prefecture (652300) a short one. */
  public static EvaluationReport sample(String jurisdiction, Locale locale) {
    return "652300".equals(jurisdiction)
        ? sample(SampleEpisode.open(Mode.LIVE, "652300", "昌吉州"), SampleEpisode.brief(), locale)
        : sample(Mode.LIVE, locale);
  }

  /** With nothing but this text for a notice, a fact and the draft of each section. */
  public static EvaluationReport saying(String text) {
    EvaluationReport report = sample("150822", Locale.SIMPLIFIED_CHINESE);
    List<Section> sections =
        report.sections().stream()
            .map(s -> with(s, List.of(new Draft(Draft.Kind.DATA_SAY, text))))
            .toList();
    return with(report, List.of(new Fact("fact", text, text)), List.of(text), sections);
  }

  /** With a first section of some pages of nothing but text. */
  public static EvaluationReport withMuchText(String text) {
    EvaluationReport report = sample("150822", Locale.SIMPLIFIED_CHINESE);
    List<Section> sections = new ArrayList<>(report.sections());
    sections.set(0, with(sections.getFirst(), List.of(new Draft(Draft.Kind.DATA_SAY, text))));
    return with(report, report.facts(), report.notices(), sections);
  }

  private static Section with(Section section, List<Draft> drafts) {
    return new Section(
        section.code(),
        section.number(),
        section.heading(),
        section.headingEn(),
        section.figures(),
        section.charts(),
        section.tables(),
        drafts);
  }

  private static EvaluationReport with(
      EvaluationReport report, List<Fact> facts, List<String> notices, List<Section> sections) {
    return new EvaluationReport(
        report.id(),
        report.warningId(),
        report.status(),
        report.mode(),
        report.jurisdiction(),
        report.jurisdictionName(),
        report.title(),
        report.highestLevel(),
        report.policy(),
        report.publishedAt(),
        report.liftedAt(),
        report.dueOn(),
        report.dueOnProvisional(),
        report.readAt(),
        facts,
        notices,
        report.summary(),
        sections,
        report.sources());
  }

  private static EvaluationReport sample(OpenReport report, Episode episode, Locale locale) {
    return ComposingReport.of(
        report,
        episode,
        SampleEpisode.EXTENT,
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

  static WordReport word() {
    return new WordReport(WordTemplates.packaged(), Map.of());
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
        Files.write(folder.resolve(name + ".docx"), word().render(report, words));
      }
    }
    Locale chinese = Locale.SIMPLIFIED_CHINESE;
    Files.write(
        folder.resolve("652300.docx"), word().render(sample("652300", chinese), Words.in(chinese)));
  }
}
