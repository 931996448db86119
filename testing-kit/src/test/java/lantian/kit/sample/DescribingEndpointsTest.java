package lantian.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import lantian.testing.EndpointDescriptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The sample's controllers are not described; those that every service has are. */
@OnSampleService
class DescribingEndpointsTest {
  @Autowired ApplicationContext service;

  @Test
  void aControllerThatIsNotDescribedIsAnObjection() {
    assertThat(EndpointDescriptions.objectionsTo(service))
        .contains("NoteController has no @Tag", "NoteController.note has no @Operation");
    assertThatThrownBy(() -> EndpointDescriptions.mustBeWhole(service))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("NoteController.again has no @Operation");
  }

  @Test
  void whatEveryServiceHasIsDescribed() {
    assertThat(EndpointDescriptions.objectionsTo(service))
        .noneMatch(objection -> objection.contains("ParkedRecord"))
        .noneMatch(objection -> objection.contains("LocalClock"))
        .noneMatch(objection -> objection.contains("Settled"))
        .noneMatch(objection -> objection.contains("CrashPoint"));
  }

  @Test
  void aDescriptionInOneLanguageIsAnObjection() {
    assertThat(EndpointDescriptions.objectionsTo(with(new HalfDescribed())))
        .containsExactly(
            "@Operation of HalfDescribed.hidden: \"看\" does not say it in both languages,"
                + " as in 接收任务 / takes a duty on",
            "@Tag of HalfDescribed: \"halves\" does not say it in both languages,"
                + " as in 预案 / the plans",
            "HalfDescribed.hidden is hidden from the description");
  }

  @Test
  void oneTagIsDescribedInOneWay() {
    assertThat(EndpointDescriptions.objectionsTo(with(new Whole(), new WholeOtherwise())))
        .containsExactly("@Tag \"wholes\" is described in two ways");
    assertThat(EndpointDescriptions.mustBeWhole(with(new Whole()))).isEqualTo(1);
  }

  private static ApplicationContext with(Object... controllers) {
    var context = new StaticApplicationContext();
    for (var controller : controllers) {
      context.getBeanFactory().registerSingleton(controller.getClass().getSimpleName(), controller);
    }
    context.refresh();
    var mapping = new RequestMappingHandlerMapping();
    mapping.setApplicationContext(context);
    mapping.afterPropertiesSet();
    context.getBeanFactory().registerSingleton("requestMappingHandlerMapping", mapping);
    return context;
  }

  @Controller
  @Tag(name = "halves", description = "halves")
  static class HalfDescribed {
    @GetMapping("/half")
    @Operation(summary = "看")
    @Hidden
    void hidden() {}
  }

  @Controller
  @Tag(name = "wholes", description = "整体 / wholes")
  static class Whole {
    @GetMapping("/whole")
    @Operation(summary = "读 / reads")
    void read() {}
  }

  @Controller
  @Tag(name = "wholes", description = "全部 / all")
  static class WholeOtherwise {
    @GetMapping("/all")
    @Operation(summary = "读 / reads")
    void read() {}
  }
}
