package lantian.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import lantian.events.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

/** The same broker and the same server, wherever they run. */
class BrokerAndDatabaseTest {
  private static final List<String> TOPICS =
      List.of(Topics.FORECASTS, Topics.WARNINGS, Topics.DUTIES, Topics.DELIVERIES);

  @Test
  void theTopicsAreThereWithThreePartitionsAndNoOtherComesByItself() throws Exception {
    try (var admin = admin()) {
      var topics = admin.describeTopics(TOPICS).allTopicNames().get(30, TimeUnit.SECONDS);

      assertThat(topics.keySet()).containsExactlyInAnyOrderElementsOf(TOPICS);
      assertThat(topics.values())
          .allSatisfy(
              topic -> {
                assertThat(topic.partitions()).hasSize(3);
                assertThat(topic.partitions().getFirst().replicas()).hasSize(1);
              });
      assertThatThrownBy(
              () ->
                  admin
                      .describeTopics(Set.of("misspelt"))
                      .allTopicNames()
                      .get(30, TimeUnit.SECONDS))
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }
  }

  @Test
  void theBrokerMakesNoTopicByItselfAndLetsAGroupBeginAtOnce() throws Exception {
    try (var admin = admin()) {
      var node = admin.describeCluster().nodes().get(30, TimeUnit.SECONDS).iterator().next();
      var broker = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
      var settings =
          Objects.requireNonNull(
              admin.describeConfigs(Set.of(broker)).all().get(30, TimeUnit.SECONDS).get(broker));

      assertThat(settings.get("auto.create.topics.enable").value()).isEqualTo("false");
      assertThat(settings.get("group.initial.rebalance.delay.ms").value()).isEqualTo("0");
      assertThat(settings.get("offsets.topic.num.partitions").value()).isEqualTo("4");
    }
  }

  @Test
  void whatIsCommittedIsOnTheDisk() throws SQLException {
    var url = BrokerAndDatabase.newDatabase();

    assertThat(answer(url, "show fsync")).isEqualTo("on");
    assertThat(answer(url, "show synchronous_commit")).isEqualTo("on");
    assertThat(answer(url, "show full_page_writes")).isEqualTo("on");
  }

  @Test
  void theDatabaseKnowsChineseAndOneOrder() throws SQLException {
    var url = BrokerAndDatabase.newDatabase();

    assertThat(answer(url, "show server_encoding")).isEqualTo("UTF8");
    assertThat(
            answer(
                url,
                "select string_agg(word, ' ' order by word)"
                    + " from (values ('蓝'), ('天'), ('a'), ('B')) as words (word)"))
        .isEqualTo("B a 天 蓝");
    assertThat(answer(url, "select upper('ä')")).isEqualTo("Ä");
  }

  @Test
  void everyNewDatabaseIsEmpty() throws SQLException {
    assertThat(BrokerAndDatabase.newDatabase()).isNotEqualTo(BrokerAndDatabase.newDatabase());
    assertThat(
            answer(
                BrokerAndDatabase.newDatabase(),
                "select count(*) from pg_tables where schemaname = 'public'"))
        .isEqualTo("0");
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", BrokerAndDatabase.bootstrapServers()));
  }

  private static String answer(String url, String question) throws SQLException {
    try (var connection = DriverManager.getConnection(url, "postgres", null);
        var rows = connection.createStatement().executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
