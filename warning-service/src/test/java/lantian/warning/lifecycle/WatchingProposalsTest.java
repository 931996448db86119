package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import lantian.testing.Figures;
import lantian.testing.MetricTable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What operators see of forecasts and of the proposals that wait for people. */
@Import(Figures.class)
class WatchingProposalsTest extends Lifecycle {
  @Autowired Figures figures;

  @Test
  void aProposalIsSeenFromItsJudgementToItsApproval() {
    assertThat(forApproval(CHANGJI)).isZero();
    assertThat(pending("OPEN")).isZero();

    var proposal = forecast(CHANGJI, ORANGE);
    pass(Duration.ofMinutes(5));
    assertThat(pending("OPEN")).isEqualTo(1);
    assertThat(forApproval(CHANGJI)).isEqualTo(300);
    assertThat(forApproval(DENGKOU)).isZero();
    assertThat(approvalPending()).as("nobody has submitted it").isZero();

    var submitted = done(office("zhang"), proposal, "submit");
    pass(Duration.ofMinutes(2));
    assertThat(pending("OPEN")).isZero();
    assertThat(pending("SUBMITTED")).isEqualTo(1);
    assertThat(approvalPending()).isEqualTo(120);
    assertThat(forApproval(CHANGJI)).isEqualTo(420);

    done(headquarters("li"), submitted, "approve");
    assertThat(pending("SUBMITTED")).isZero();
    assertThat(approvalPending()).isZero();
    assertThat(forApproval(CHANGJI)).isZero();
  }

  @Test
  void theDatabaseCanRefuseTheServiceSomething() {
    assertThat(figures.lines("authority_held_by_database"))
        .singleElement()
        .asString()
        .endsWith(" 1.0");
  }

  @Test
  void oneThatIsReturnedWaitsForAPersonButNotForApproval() {
    var submitted = done(office("zhang"), forecast(CHANGJI, ORANGE), "submit");
    var returned =
        headquarters("li")
            .ifMatch(submitted.at("/version").longValue())
            .post(
                "/api/v1/proposals/" + text(submitted, "/id") + "/return",
                Map.of("reason", "请补充依据"));
    assertThat(returned.status()).as(returned.body()).isEqualTo(200);
    pass(Duration.ofMinutes(2));
    assertThat(pending("RETURNED")).isEqualTo(1);
    assertThat(approvalPending()).isZero();
    assertThat(forApproval(CHANGJI)).isEqualTo(120);
  }

  @Test
  void theAgeOfAForecastBeginsAnewWithEachRunThatArrives() {
    assertThat(figures.lines("forecast_age_seconds")).isEmpty();
    forecast(CHANGJI, CLEAN);
    pass(Duration.ofHours(5));
    assertThat(age(CHANGJI)).isEqualTo(Duration.ofHours(5).toSeconds());
    assertThat(figures.lines("forecast_age_seconds", DENGKOU)).isEmpty();
    forecast(CHANGJI, CLEAN);
    assertThat(age(CHANGJI)).isZero();
  }

  @Test
  void aPublishedChangeWithoutItsEventIsAnImbalance() {
    anOrangeWarning(CHANGJI);
    assertThat(figures.of("books_imbalance", "CHANGE_WITHOUT_EVENT")).hasValue(0);
    sql.sql("delete from outbox where event_id in (select event_id from warning_change)").update();
    assertThat(figures.of("books_imbalance", "CHANGE_WITHOUT_EVENT")).hasValue(1);
  }

  @Test
  void theMetricsAreThoseOfTheDocuments() {
    forecast(CHANGJI, ORANGE);
    assertThat(age(CHANGJI)).isZero();
    MetricTable.mustBe("warning", rest);
  }

  private double pending(String state) {
    return figures
        .of("proposals_pending", "mode=\"LIVE\"", "state=\"" + state + "\"")
        .orElseThrow();
  }

  private double approvalPending() {
    return figures.of("approval_pending_seconds", "mode=\"LIVE\"").orElseThrow();
  }

  private double forApproval(String jurisdiction) {
    return figures
        .of("incident_oldest_seconds", "FOR_APPROVAL", "jurisdiction=\"" + jurisdiction + "\"")
        .orElseThrow();
  }

  private double age(String jurisdiction) {
    return figures
        .of("forecast_age_seconds", "jurisdiction=\"" + jurisdiction + "\"")
        .orElseThrow();
  }
}
