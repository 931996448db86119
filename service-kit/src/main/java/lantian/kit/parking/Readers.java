package lantian.kit.parking;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.messaging.Message;

/** The functions that read this service's topics, by topic, as its bindings have them. */
final class Readers {
  private static final String INPUT = "-in-";

  private final BindingServiceProperties bindings;
  private final BeanFactory beans;

  Readers(BindingServiceProperties bindings, BeanFactory beans) {
    this.bindings = bindings;
    this.beans = beans;
  }

  /** The name of the function that reads a topic, by topic. */
  Map<String, String> byTopic() {
    return bindings.getBindings().entrySet().stream()
        .filter(binding -> binding.getKey().contains(INPUT))
        .collect(
            Collectors.toUnmodifiableMap(
                binding -> binding.getValue().getDestination(),
                binding -> binding.getKey().substring(0, binding.getKey().indexOf(INPUT))));
  }

  @SuppressWarnings("unchecked") // EventIntake makes them of this type
  Optional<Consumer<Message<?>>> of(String topic) {
    return Optional.ofNullable(byTopic().get(topic))
        .map(name -> (Consumer<Message<?>>) beans.getBean(name, Consumer.class));
  }
}
