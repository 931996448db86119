package lantian.reporting.report.web;

import lantian.reporting.report.docx.WordReport;
import lantian.reporting.report.html.HtmlReport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The two renderers; templates are this service's own and not those of a page beside it. */
@Configuration(proxyBeanMethods = false)
class RenderingConfiguration {

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
  WordReport wordReport() {
    return new WordReport();
  }
}
