package lantian.local.kafka;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lantian.events.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the platform, kept for ever: a season's events are the record of what was done. */
public final class PlatformTopics {

  private static final int PARTITIONS = 12;
  private static final short ONE_REPLICA = 1;

  /** An event of these topics is on the disk before its writer is told that it is kept. */
  private static final Set<String> FLUSHED = Set.of(Topics.WARNINGS, Topics.DUTIES);

  private static final List<String> ALL =
      List.of(Topics.WARNINGS, Topics.DUTIES, Topics.DELIVERIES, Topics.FORECASTS);

  private PlatformTopics() {}

  /** Creates the topics that are not there yet. */
  public static void create(String brokerAddress) {
    try (var admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokerAddress))) {
      var present = admin.listTopics().names().get(30, TimeUnit.SECONDS);
      var missing =
          ALL.stream()
              .filter(topic -> !present.contains(topic))
              .map(PlatformTopics::topic)
              .toList();
      admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while creating the topics", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The topics cannot be created", e);
    }
  }

  private static NewTopic topic(String name) {
    return new NewTopic(name, PARTITIONS, ONE_REPLICA)
        .configs(
            FLUSHED.contains(name)
                ? Map.of("retention.ms", "-1", "flush.messages", "1")
                : Map.of("retention.ms", "-1"));
  }
}
