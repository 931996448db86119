package lantian.kit.health;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.MessageListenerContainer;

/** One reader of a topic: its container, once it is bound, and how often it has ended a record. */
final class Reader {
  private final String topic;
  private final String group;
  private final AtomicLong ended = new AtomicLong();
  private volatile @Nullable MessageListenerContainer container;

  Reader(String topic, String group) {
    this.topic = topic;
    this.group = group;
  }

  String topic() {
    return topic;
  }

  String group() {
    return group;
  }

  void bound(MessageListenerContainer to) {
    container = to;
  }

  @Nullable MessageListenerContainer container() {
    return container;
  }

  /** Its container has stopped by itself: by an error, or because the broker refused it. */
  boolean hasStopped() {
    var bound = container;
    return bound != null && !bound.isInExpectedState();
  }

  /** A record was handled, or its reader has failed: it does not stand still either way. */
  void hasEndedOne() {
    ended.incrementAndGet();
  }

  long ended() {
    return ended.get();
  }

  Collection<TopicPartition> assigned() {
    var bound = container;
    var partitions = bound == null ? null : bound.getAssignedPartitions();
    return partitions == null ? List.of() : List.copyOf(partitions);
  }
}
