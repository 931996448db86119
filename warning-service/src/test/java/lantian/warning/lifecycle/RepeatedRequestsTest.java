package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a caller does who got no answer: the same once more, under the same key. */
class RepeatedRequestsTest extends Lifecycle {
  private final String key = UUID.randomUUID().toString();

  @Test
  void aDecisionSentTwiceIsTakenOnce() {
    var proposal = forecast(CHANGJI, ORANGE);
    var first = act(office("zhang").with("Idempotency-Key", key), proposal, "submit");
    var second = act(office("zhang").with("Idempotency-Key", key), proposal, "submit");
    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(act(office("zhang"), proposal, "submit").status())
        .as("without a key it is a second decision on what has moved on")
        .isEqualTo(412);
  }

  @Test
  void aRunSentTwiceHasTheAnswerOfTheFirst() {
    var run = aRun(CHANGJI, YELLOW);
    var keyed = monitoring().with("Idempotency-Key", key);
    var first = keyed.post("/api/v1/forecasts", run);
    var second = keyed.post("/api/v1/forecasts", run);
    assertThat(first.status()).as(first.body()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    run.put("source", "other");
    assertThat(keyed.post("/api/v1/forecasts", run).status()).isEqualTo(422);
  }

  @Test
  void aRefusedRunIsJudgedAnewUnderItsKey() {
    var run = aRun("999999", YELLOW);
    var keyed = monitoring().with("Idempotency-Key", key);
    assertThat(keyed.post("/api/v1/forecasts", run).status()).isEqualTo(422);
    run.put("jurisdiction", CHANGJI);
    assertThat(keyed.post("/api/v1/forecasts", run).status()).isEqualTo(201);
  }

  @Test
  void whereNothingIsStoredTheKeyIsIgnored() {
    var keyed = monitoring().with("Idempotency-Key", key);
    assertThat(keyed.post("/api/v1/aqi", "{}").status()).isEqualTo(422);
    var sample = "{\"kind\": \"REALTIME\", \"samples\": [{\"pm2_5\": %d}]}";
    var first = keyed.post("/api/v1/aqi", sample.formatted(38));
    var second = keyed.post("/api/v1/aqi", sample.formatted(380));
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isNotEqualTo(first.body());
  }
}
