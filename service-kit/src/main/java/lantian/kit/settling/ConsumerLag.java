package lantian.kit.settling;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Records on the topics that this service reads and has not yet finished with; asked first, since
 * all other work comes from them.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ConsumerLag implements Settling, DisposableBean {
  private final Admin admin;
  private final String group;
  private final List<String> topics;

  public ConsumerLag(KafkaAdmin admin, String group, List<String> topics) {
    this.admin = Admin.create(admin.getConfigurationProperties());
    this.group = group;
    this.topics = topics;
  }

  @Override
  public String name() {
    return "records";
  }

  @Override
  public long remaining() {
    try {
      return lag();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private long lag() throws InterruptedException, ExecutionException, TimeoutException {
    if (topics.isEmpty()) {
      return 0;
    }
    var committed =
        admin
            .listConsumerGroupOffsets(group)
            .partitionsToOffsetAndMetadata()
            .get(5, TimeUnit.SECONDS);
    var ends =
        admin
            .listOffsets(
                partitions().stream().collect(Collectors.toMap(p -> p, _ -> OffsetSpec.latest())))
            .all()
            .get(5, TimeUnit.SECONDS);
    return ends.entrySet().stream()
        .mapToLong(
            end -> {
              var done = committed.get(end.getKey());
              return end.getValue().offset() - (done == null ? 0 : done.offset());
            })
        .sum();
  }

  private Set<TopicPartition> partitions()
      throws InterruptedException, ExecutionException, TimeoutException {
    return admin.describeTopics(topics).allTopicNames().get(5, TimeUnit.SECONDS).values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(p -> new TopicPartition(topic.name(), p.partition())))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void destroy() {
    admin.close();
  }
}
