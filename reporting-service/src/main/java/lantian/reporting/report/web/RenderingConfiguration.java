package lantian.reporting.report.web;

import lantian.reporting.report.docx.WordReport;
import lantian.reporting.report.docx.WordSettings;
import lantian.reporting.report.docx.WordTemplates;
import lantian.reporting.report.html.HtmlReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The two renderers; templates are this service's own and not those of a page beside it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WordSettings.class, ReportSettings.class})
class RenderingConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(RenderingConfiguration.class);

  @Bean
  HtmlReport htmlReport() {
    ClassLoaderTemplateResolver templates =
        new ClassLoaderTemplateResolver(RenderingConfiguration.class.getClassLoader());
    templates.setPrefix("templates/");
    templates.setSuffix(".html");
    templates.setCharacterEncoding("UTF-8");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(templates);
    return new HtmlReport(engine);
  }

  @Bean
  WordReport wordReport(WordSettings settings) {
    WordTemplates templates = WordTemplates.read(settings.templatesOrNull());
    templates.names().forEach((whose, file) -> LOG.info("report template of {}: {}", whose, file));
    return new WordReport(templates, settings.letterheads());
  }
}
