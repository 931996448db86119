package lantian.kit.health;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/** Asks the broker what readers still have before them: of the partitions that are theirs. */
final class BrokerBacklogs implements Backlogs {
  private static final int SECONDS = 3;

  private final Map<String, Object> settings;
  private @Nullable Admin opened;

  BrokerBacklogs(Map<String, Object> settings) {
    this.settings = new HashMap<>(settings);
    this.settings.put("default.api.timeout.ms", SECONDS * 1000);
    this.settings.put("request.timeout.ms", SECONDS * 1000);
  }

  /** Opened late: it fails where the broker's name is not even known yet. */
  private synchronized Admin admin() {
    if (opened == null) {
      opened = Admin.create(settings);
    }
    return opened;
  }

  @Override
  public Backlog of(Reader reader)
      throws InterruptedException, ExecutionException, TimeoutException {
    var partitions = partitionsOf(reader);
    if (partitions.isEmpty()) {
      return new Backlog(0, 0);
    }
    var committed =
        answer(admin().listConsumerGroupOffsets(reader.group()).partitionsToOffsetAndMetadata());
    var ends = offsets(partitions, OffsetSpec.latest());
    var begins = offsets(partitions, OffsetSpec.earliest());
    long done = 0;
    long left = 0;
    for (var partition : partitions) {
      var at = committed.get(partition);
      long begin = begins.getOrDefault(partition, 0L);
      long position = at == null ? begin : Math.max(begin, at.offset());
      done += position;
      left += Math.max(0, ends.getOrDefault(partition, 0L) - position);
    }
    return new Backlog(done, left);
  }

  /** Those assigned here; where there are none, those that nobody in the group reads. */
  private Collection<TopicPartition> partitionsOf(Reader reader)
      throws InterruptedException, ExecutionException, TimeoutException {
    var assigned = reader.assigned();
    if (!assigned.isEmpty()) {
      return assigned;
    }
    var topic =
        answer(admin().describeTopics(List.of(reader.topic())).allTopicNames()).get(reader.topic());
    Set<TopicPartition> unread = new HashSet<>();
    if (topic != null) {
      topic.partitions().forEach(p -> unread.add(new TopicPartition(topic.name(), p.partition())));
    }
    membersOf(reader.group())
        .forEach(member -> unread.removeAll(member.assignment().topicPartitions()));
    return unread;
  }

  private Collection<MemberDescription> membersOf(String group)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return answer(admin().describeConsumerGroups(List.of(group)).all()).values().stream()
          .flatMap(described -> described.members().stream())
          .toList();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return List.of();
      }
      throw e;
    }
  }

  private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which)
      throws InterruptedException, ExecutionException, TimeoutException {
    var asked = partitions.stream().collect(Collectors.toMap(p -> p, _ -> which));
    return answer(admin().listOffsets(asked).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, offset -> offset.getValue().offset()));
  }

  private static <T> T answer(KafkaFuture<T> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.get(SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public synchronized void close() {
    if (opened != null) {
      opened.close(Duration.ofSeconds(1));
    }
  }
}
