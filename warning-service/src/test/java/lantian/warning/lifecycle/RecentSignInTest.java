package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lantian.kit.security.Role;
import lantian.testing.Rest;
import lantian.testing.TestTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Red is approved by people who have just signed in, by real time, wherever business time is. */
class RecentSignInTest extends Lifecycle {

  @Test
  void whoSignedInTooLongAgoSignsInAgainForRed() {
    var red = submitted(RED);
    var refused = act(signedIn("li", Duration.ofMinutes(6)), red, "approve");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate"))
        .contains("error=\"insufficient_user_authentication\"", "max_age=300");
    assertThat(text(refused.json(), "/type")).isEqualTo("/problems/sign-in-again");
    assertThat(refused.body()).contains("5 分钟", "重新登录");
    assertThat(act(signedIn("li", Duration.ofMinutes(6)).inEnglish(), red, "approve").body())
        .contains("last 5 minutes", "Sign in again");
    assertThat(sql.sql("select count(*) from approval").query(Long.class).single()).isZero();
    var once = done(signedIn("li", Duration.ofMinutes(4)), red, "approve");
    assertThat(act(signedIn("zhao", Duration.ofHours(1)), once, "approve").status()).isEqualTo(401);
    assertThat(text(done(signedIn("zhao", Duration.ZERO), once, "approve"), "/state"))
        .isEqualTo("APPROVED");
  }

  @Test
  void aTokenThatDoesNotTellOfItOrOfTheFutureIsNoSignIn() {
    var red = submitted(RED);
    var now = Instant.now();
    for (var token :
        new String[] {
          TestTokens.signedInAt(Role.HEADQUARTERS, "li", null, "an-id"),
          TestTokens.signedInAt(Role.HEADQUARTERS, "li", now, null),
          TestTokens.signedInAt(Role.HEADQUARTERS, "li", now.plusSeconds(120), "an-id")
        }) {
      assertThat(act(rest.withToken(token), red, "approve").status()).isEqualTo(401);
    }
  }

  @Test
  void whoMayNotApproveIsNotSentToSignIn() {
    var red = submitted(RED);
    assertThat(act(signedIn("zhang", Duration.ofHours(1)), red, "approve").status()).isEqualTo(403);
  }

  @Test
  void anythingBelowRedAsksForNoSignIn() {
    var orange = submitted(ORANGE);
    done(signedIn("li", Duration.ofHours(1)), orange, "approve");
  }

  @Test
  void onePersonDecidesOnTwoProposalsByOneTokenAndItIsKept() {
    var id = UUID.randomUUID().toString();
    var li = rest.withToken(TestTokens.signedInAt(Role.HEADQUARTERS, "li", Instant.now(), id));
    done(li, submitted(RED), "approve");
    done(li, done(office("zhang"), forecast(DENGKOU, RED), "submit"), "approve");
    assertThat(
            sql.sql("select token_id from approval where signed_in_at <= recorded_at")
                .query(String.class)
                .list())
        .containsExactly(id, id);
  }

  private JsonNode submitted(int... stretches) {
    return done(office("zhang"), forecast(CHANGJI, stretches), "submit");
  }

  private Rest signedIn(String user, Duration before) {
    return rest.withToken(
        TestTokens.signedInAt(
            Role.HEADQUARTERS, user, Instant.now().minus(before), UUID.randomUUID().toString()));
  }
}
