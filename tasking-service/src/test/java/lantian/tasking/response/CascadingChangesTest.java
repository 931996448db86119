package lantian.tasking.response;

import static java.util.concurrent.TimeUnit.SECONDS;
import static lantian.events.WarningLevel.ORANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import lantian.events.Cascade;
import lantian.events.DutiesAssigned;
import lantian.events.WarningLevelChanged;
import lantian.tasking.AWarning;
import lantian.tasking.TaskingTest;
import org.junit.jupiter.api.Test;

/** A city without a plan of its own warns, and its county, which has one, responds. */
class CascadingChangesTest extends TaskingTest {
  private static final String BAYANNUR = "150800";

  @Test
  void theWarningOfACityThatHasItsPlanInItsCountiesIsTaskedThere() {
    var city = AWarning.in(BAYANNUR).to(ORANGE, "2016-12-09T16:04:00");
    var county = AWarning.in(DENGKOU).to(ORANGE, "2016-12-09T16:04:00");
    var bound = new Cascade.BoundBy(city.warningId(), city.version(), BAYANNUR, "巴彦淖尔市", ORANGE);

    handled(with(city, new Cascade(null, List.of(DENGKOU), null)));
    publish(with(county, new Cascade(bound, List.of(), null)));

    assertThat(told(county.warningId(), DutiesAssigned.class)).hasSize(24);
    assertThat(told(city.warningId())).isEmpty();
    assertThat(parked(city)).isZero();
  }

  @Test
  void aWarningThatBindsNobodyWithAPlanIsSetAside() {
    var city = AWarning.in(BAYANNUR).to(ORANGE, "2016-12-09T16:04:00");
    topics.send(with(city, new Cascade(null, List.of(), null)));
    await().atMost(20, SECONDS).until(() -> parked(city) == 1);
  }

  @Test
  void whatIsCarriedOutInAnotherResponseAsksNobodyASecondTime() {
    var county = AWarning.in(DENGKOU).to(ORANGE, "2016-12-09T16:04:00");
    handled(with(county, new Cascade(null, List.of(), UUID.randomUUID())));
    assertThat(told(county.warningId())).isEmpty();
    assertThat(duties(county.warningId(), "")).isEmpty();
  }

  private void handled(WarningLevelChanged changed) {
    var event = topics.send(changed);
    await()
        .atMost(20, SECONDS)
        .until(
            () ->
                sql.sql("select count(*) from inbox where event_id = ?")
                        .param(event)
                        .query(Long.class)
                        .single()
                    == 1);
    awaitOutbox();
  }

  private long parked(WarningLevelChanged changed) {
    return sql.sql("select count(*) from parked_record where record_key = ?")
        .param(changed.key().getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .query(Long.class)
        .single();
  }

  private static WarningLevelChanged with(WarningLevelChanged of, Cascade cascade) {
    return new WarningLevelChanged(
        of.mode(),
        of.version(),
        of.warningId(),
        of.proposalId(),
        of.jurisdiction(),
        of.jurisdictionName(),
        of.kind(),
        of.from(),
        of.to(),
        of.reason(),
        of.publishedAt(),
        of.validFrom(),
        of.validTo(),
        of.cause(),
        of.response(),
        of.policy(),
        of.submittedBy(),
        of.approvedBy(),
        of.follows(),
        cascade);
  }
}
