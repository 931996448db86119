package lantian.kit.intake;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.cloud.stream.binding.Bindable;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How readers are bound to their topics. */
@Configuration(proxyBeanMethods = false)
public class BindingConfiguration {

  @Bean
  static BeanPostProcessor patientBindings(ListableBeanFactory beans) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        return bean.getClass().equals(InputBindingLifecycle.class)
            ? new PatientBindings(
                beans.getBean(BindingService.class), beans.getBeansOfType(Bindable.class))
            : bean;
      }
    };
  }
}
