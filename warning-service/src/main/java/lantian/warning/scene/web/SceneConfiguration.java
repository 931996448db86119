package lantian.warning.scene.web;

import java.util.List;
import lantian.warning.scene.Scene;
import lantian.warning.scene.Scenes;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Scenes at every address under {@code /api}; {@code /public} has a gate of its own. */
@Configuration(proxyBeanMethods = false)
class SceneConfiguration implements WebMvcConfigurer {
  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Scene.class);
  }

  private final Scenes scenes;

  SceneConfiguration(Scenes scenes) {
    this.scenes = scenes;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new SceneArgument());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new KeepingScenesApart(scenes)).addPathPatterns("/api/**");
  }
}
