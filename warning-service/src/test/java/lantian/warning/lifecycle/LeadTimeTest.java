package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A raise is put forward 24 hours before its run begins, or it says why not. */
class LeadTimeTest extends Lifecycle {
  /**
   * The rolling mean is over 200 from the 12th polluted hour on: the run begins 11 hours ahead of
   * it.
   */
  private static final int[] IN_A_DAY_AND_A_HALF = {48, 30, 40, 220, 80, 30};

  @Test
  void whatBeginsInMoreThanADayNeedsNoReason() {
    var proposal = forecast(CHANGJI, IN_A_DAY_AND_A_HALF);
    assertThat(proposal.at("/leadTime/hoursAhead").longValue()).isGreaterThanOrEqualTo(24);
    assertThat(proposal.at("/leadTime/hoursWanted").longValue()).isEqualTo(24);
    assertThat(proposal.at("/leadTime/reason").isNull()).isTrue();
    assertThat(text(proposal, "/leadTime/beginsAt")).isEqualTo(text(proposal, "/validFrom"));
    var submitted = done(office("zhang"), proposal, "submit");
    assertThat(submitted.at("/leadTime/reason").isNull()).isTrue();
  }

  @Test
  void whatWasMeasuredIsToStartAtOnce() {
    var first = thisHour().minus(Duration.ofHours(23));
    monitoring().post("/api/v1/observations", measured(CHANGJI, first, 24, 220));
    var proposal = forecast(CHANGJI, 40, 220, 100, 30);
    assertThat(text(proposal, "/leadTime/reason")).isEqualTo("ALREADY_POLLUTED");
    assertThat(proposal.at("/leadTime/hoursAhead").longValue()).isNegative();
    assertThat(submittedReason(done(office("zhang"), proposal, "submit")))
        .isEqualTo("ALREADY_POLLUTED");
  }

  @Test
  void whatNoEarlierRunHasShownHasTheForecastForItsReason() {
    forecast(CHANGJI, CLEAN);
    pass(Duration.ofHours(24));
    var proposal = forecast(CHANGJI, ORANGE);
    assertThat(text(proposal, "/leadTime/reason")).isEqualTo("FORECAST_CHANGED");
    var submitted = done(office("zhang"), proposal, "submit");
    done(headquarters("li"), submitted, "approve");
    var path = "/api/v1/warnings/" + text(proposal, "/warningId") + "/timeline";
    var steps = office("reader").get(path).json().at("/steps");
    assertThat(text(steps.get(1), "/step")).isEqualTo("SUBMITTED");
    assertThat(text(steps.get(1), "/leadReason")).isEqualTo("FORECAST_CHANGED");
    assertThat(steps.get(0).at("/leadReason").isNull()).isTrue();
  }

  @Test
  void aLowerLevelShownInTimeIsNotTheHigherOne() {
    forecast(CHANGJI, 48, 30, 24, 220, 80, 30);
    pass(Duration.ofHours(24));
    var proposal = forecast(CHANGJI, ORANGE);
    assertThat(text(proposal, "/to")).isEqualTo("ORANGE");
    assertThat(text(proposal, "/leadTime/reason")).isEqualTo("FORECAST_CHANGED");
  }

  @Test
  void whoIsLateWithWhatWasKnownSaysWhy() {
    var proposal = forecast(CHANGJI, IN_A_DAY_AND_A_HALF);
    pass(Duration.ofHours(30));
    var late = read(proposal);
    assertThat(text(late, "/leadTime/reason")).isEqualTo("LATE");
    var refused = act(office("zhang"), late, "submit");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(text(refused.json(), "/errors/0/pointer")).isEqualTo("/reason");
    assertThat(text(refused.json(), "/errors/0/code")).isEqualTo("late-without-reason");
    assertThat(text(refused.json(), "/errors/0/detail")).contains("24", "未能提前");
    var english = act(office("zhang").inEnglish(), late, "submit");
    assertThat(text(english.json(), "/errors/0/detail")).contains("say why");

    var path = "/api/v1/proposals/" + text(proposal, "/id") + "/submit";
    var submitted = office("zhang").ifMatch(1).post(path, Map.of("reason", "与邻州会商未定"));
    assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
    assertThat(submittedReason(submitted.json())).isEqualTo("LATE");
  }

  @Test
  void aLiftNeedsNoTimeAhead() {
    anOrangeWarning(CHANGJI);
    pass(Duration.ofHours(24));
    var lift = forecast(CHANGJI, CLEAN);
    assertThat(lift.at("/leadTime").isNull()).isTrue();
    assertThat(done(office("zhang"), lift, "submit").at("/leadTime").isNull()).isTrue();
  }

  private String submittedReason(JsonNode submitted) {
    pass(Duration.ofMinutes(1));
    var later = read(submitted);
    assertThat(later.at("/leadTime")).isEqualTo(submitted.at("/leadTime"));
    return text(later, "/leadTime/reason");
  }

  private JsonNode read(JsonNode proposal) {
    return office("reader").get("/api/v1/proposals/" + text(proposal, "/id")).json();
  }
}
