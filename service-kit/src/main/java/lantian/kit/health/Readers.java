package lantian.kit.health;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.RecordInterceptor;

/** The readers of this service; it hears from the binder which container is whose. */
final class Readers implements ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> {
  private final List<Reader> all;

  Readers(BindingServiceProperties bindings) {
    this.all =
        bindings.getBindings().entrySet().stream()
            .filter(binding -> binding.getKey().contains("-in-"))
            .map(
                binding ->
                    new Reader(
                        binding.getValue().getDestination(), bindings.getGroup(binding.getKey())))
            .toList();
  }

  List<Reader> all() {
    return all;
  }

  @Override
  public void configure(
      AbstractMessageListenerContainer<?, ?> container, String topic, String group) {
    for (var reader : all) {
      if (reader.topic().equals(topic)) {
        reader.bound(container);
        count(container, reader);
      }
    }
  }

  private static <K, V> void count(AbstractMessageListenerContainer<K, V> of, Reader reader) {
    of.setRecordInterceptor(new Counting<>(reader));
  }

  private record Counting<K, V>(Reader reader) implements RecordInterceptor<K, V> {
    @Override
    public ConsumerRecord<K, V> intercept(ConsumerRecord<K, V> record, Consumer<K, V> consumer) {
      return record;
    }

    @Override
    public void success(ConsumerRecord<K, V> record, Consumer<K, V> consumer) {
      reader.hasEndedOne();
    }

    @Override
    public void failure(ConsumerRecord<K, V> record, Exception failure, Consumer<K, V> consumer) {
      reader.hasEndedOne();
    }
  }
}
