package lantian.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import lantian.kit.security.Role;
import lantian.testing.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The same request again, under the same {@code Idempotency-Key}. */
@OnSampleService
class RepeatingRequestsTest {
  private static final String KEY = "Idempotency-Key";
  private static final String REPEATED = "Idempotent-Replayed";
  private static final String WITHHELD = "Idempotent-Withheld";

  @Autowired Rest rest;
  @Autowired Notes notes;
  @Autowired DataSource database;

  private final String text = UUID.randomUUID().toString();
  private final String key = UUID.randomUUID().toString();

  private Rest office() {
    return rest.as(Role.OFFICE).with(KEY, key);
  }

  private Map<String, Object> aNote() {
    return Map.of("text", text);
  }

  private Map<String, Object> aNoteThen(Notes.Then then) {
    return Map.of("text", text, "then", then);
  }

  @Test
  void theSameRequestAgainHasTheSameAnswerAndNoSecondEffect() {
    var first = office().post("/api/v1/notes", aNote());
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header(REPEATED)).isNull();

    var second = office().post("/api/v1/notes", aNote());
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.header("ETag")).isEqualTo("\"1\"");
    assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(second.header(REPEATED)).isEqualTo("true");
    assertThat(notes.count(text)).isEqualTo(1);
  }

  @Test
  void whatTheFirstToldOfIsSentAtOnce() {
    office().post("/api/v1/notes", aNote());
    await().atMost(Duration.ofSeconds(20)).until(() -> notes.isSent(text));
  }

  @Test
  void anEmptyAnswerIsRepeatedAsWell() {
    var again = office().ifMatch(7);
    var first = again.post("/api/v1/notes/" + text + "/again", null);
    var second = again.post("/api/v1/notes/" + text + "/again", null);
    assertThat(first.status()).isEqualTo(204);
    assertThat(second.status()).isEqualTo(204);
    assertThat(second.header("ETag")).isEqualTo("\"8\"");
    assertThat(second.header(REPEATED)).isEqualTo("true");
    assertThat(notes.count(text)).isEqualTo(1);
  }

  @Test
  void whatIsShownOnceIsNotKeptAndTheRepeatSaysThatItLacksIt() {
    var first = office().post("/api/v1/keys", Map.of("text", text, "more", List.of("x")));
    var secret = first.json().path("secret").asString();
    assertThat(secret).isNotBlank();
    assertThat(first.header(WITHHELD)).isNull();
    assertThat(notes.keptBody(key)).contains(text).doesNotContain(secret);

    var second = office().post("/api/v1/keys", Map.of("text", text, "more", List.of("x")));
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.header(REPEATED)).isEqualTo("true");
    assertThat(second.header(WITHHELD)).isEqualTo("/more/secret /secret");
    assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
    assertThat(second.json().propertyNames()).containsExactly("id", "text", "more");
    assertThat(second.json().path("more").propertyNames()).containsExactly("n");
    assertThat(notes.count(text)).isEqualTo(1);
  }

  @Test
  void onlyWhatAnAnswerShowedIsSaidToBeLacking() {
    office().post("/api/v1/keys", aNote());
    var second = office().post("/api/v1/keys", aNote());
    assertThat(second.header(WITHHELD)).isEqualTo("/secret");

    var other = rest.as(Role.OFFICE).with(KEY, UUID.randomUUID().toString());
    other.post("/api/v1/notes", aNote());
    assertThat(other.post("/api/v1/notes", aNote()).header(WITHHELD)).isNull();
  }

  @Test
  void withoutAKeyEveryRequestHasItsEffect() {
    rest.as(Role.OFFICE).post("/api/v1/notes", aNote());
    rest.as(Role.OFFICE).post("/api/v1/notes", aNote());
    assertThat(notes.count(text)).isEqualTo(2);
  }

  @Test
  void anotherContentUnderTheSameKeyIsRefusedInBothLanguages() {
    office().post("/api/v1/notes", aNote());
    var other = Map.of("text", text + "!");
    var chinese = office().post("/api/v1/notes", other);
    assertThat(chinese.status()).isEqualTo(422);
    assertThat(chinese.json().path("type").asString()).isEqualTo("/problems/key-reused");
    assertThat(chinese.json().path("title").asString()).isEqualTo("此键已用于另一请求");
    assertThat(chinese.json().path("detail").asString()).contains("请用新的键");
    var english = office().inEnglish().post("/api/v1/notes", other);
    assertThat(english.json().path("detail").asString()).contains("A new request takes a new key");
    assertThat(notes.count(text + "!")).isZero();
    assertThat(office().post("/api/v1/notes?x=1", aNote()).status()).isEqualTo(422);
  }

  @Test
  void aKeyIsItsOwnersAndItsAddressesAlone() {
    office().post("/api/v1/notes", aNote());
    var another = rest.as(Role.OFFICE, "another").with(KEY, key).post("/api/v1/notes", aNote());
    assertThat(another.header(REPEATED)).isNull();
    office().ifMatch(7).post("/api/v1/notes/" + text + "/again", aNote());
    assertThat(notes.count(text)).isEqualTo(3);
  }

  @Test
  void aRefusalIsNotKeptAndLeavesNothingBehind() {
    var refused = office().post("/api/v1/notes", aNoteThen(Notes.Then.REFUSED));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("type").asString()).isEqualTo("/problems/wrong-state");
    assertThat(notes.count(text)).as("the effect went with it").isZero();
    var then = office().post("/api/v1/notes", aNote());
    assertThat(then.status()).as("the key is free").isEqualTo(201);
    assertThat(then.header(REPEATED)).isNull();
  }

  @Test
  void aFailureOfTheServiceIsNotKeptEither() {
    assertThat(office().post("/api/v1/notes", aNoteThen(Notes.Then.THROWN)).status())
        .isEqualTo(500);
    assertThat(notes.count(text)).isZero();
    assertThat(office().post("/api/v1/notes", aNote()).status()).isEqualTo(201);
  }

  @Test
  void theVersionThatWasSeenIsStillAskedFor() {
    var path = "/api/v1/notes/" + text + "/again";
    assertThat(office().post(path, null).status()).isEqualTo(428);
    assertThat(office().ifMatch(6).post(path, null).status()).isEqualTo(412);
    assertThat(office().ifMatch(7).post(path, null).status()).isEqualTo(204);
    assertThat(notes.count(text)).isEqualTo(1);
  }

  @Test
  void aSecondAtTheSameTimeWaitsForTheFirst() throws Exception {
    var held = aNoteThen(Notes.Then.HELD);
    var first = CompletableFuture.supplyAsync(() -> office().post("/api/v1/notes", held));
    notes.awaitHeld();
    var second = CompletableFuture.supplyAsync(() -> office().post("/api/v1/notes", held));
    await().atMost(Duration.ofSeconds(2)).until(this::somebodyWaits);
    notes.letGo();
    assertThat(second.join().body()).isEqualTo(first.join().body());
    assertThat(second.join().header(REPEATED)).isEqualTo("true");
    assertThat(notes.count(text)).isEqualTo(1);
  }

  @Test
  void aSecondDoesNotWaitForEver() throws Exception {
    var held = aNoteThen(Notes.Then.HELD);
    var first = CompletableFuture.supplyAsync(() -> office().post("/api/v1/notes", held));
    notes.awaitHeld();
    var second = office().post("/api/v1/notes", held);
    notes.letGo();
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().path("type").asString()).isEqualTo("/problems/key-in-use");
    assertThat(second.header("Retry-After")).isEqualTo("1");
    assertThat(first.join().status()).isEqualTo(201);
    assertThat(office().post("/api/v1/notes", held).body()).isEqualTo(first.join().body());
  }

  @Test
  void aLostConnectionIsTriedAgainLater() {
    var lost = office().post("/api/v1/notes", aNoteThen(Notes.Then.CONNECTION_LOST));
    assertThat(lost.status()).isEqualTo(503);
    assertThat(lost.header("Retry-After")).isNotNull();
    assertThat(notes.count(text)).isZero();
    assertThat(office().post("/api/v1/notes", aNote()).status()).isEqualTo(201);
  }

  @Test
  void withoutADatabaseNothingIsPromised() throws Exception {
    var all = new java.util.ArrayList<java.sql.Connection>();
    try {
      for (var i = 0; i < 10; i++) {
        all.add(database.getConnection());
      }
      var answer = office().post("/api/v1/notes", aNote());
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.json().path("type").asString()).isEqualTo("/problems/unavailable");
    } finally {
      for (var connection : all) {
        connection.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "clé"})
  void aKeyThatIsNoneIsRefused(String none) {
    var answer = withRawKey(KEY + ": " + none);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("Idempotency-Key 须为 1 至 255 个可见的 ASCII 字符");
    assertThat(notes.count(text)).isZero();
  }

  @Test
  void aKeyHasAtMost255Characters() {
    assertThat(withRawKey(KEY + ": " + "k".repeat(256)).status()).isEqualTo(400);
    assertThat(withRawKey(KEY + ": " + "k".repeat(218) + UUID.randomUUID() + "~").status())
        .isEqualTo(201);
  }

  @Test
  void twoKeysAreNone() {
    var answer = withRawKey(KEY + ": a\r\n" + KEY + ": b\r\nAccept-Language: en");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("There can be one Idempotency-Key only");
  }

  @Test
  void whereNothingIsStoredTheKeyIsIgnored() {
    var first = office().post("/api/v1/questions", null);
    var second = office().post("/api/v1/questions", null);
    assertThat(second.body()).isNotEqualTo(first.body());
    assertThat(office().with(KEY, "").post("/api/v1/questions", null).status()).isEqualTo(200);
  }

  @Test
  void whoMayNotCallLeavesNoKey() {
    var answer = rest.as(Role.PUBLICITY).with(KEY, key).post("/api/v1/notes", aNote());
    assertThat(answer.status()).isEqualTo(403);
    assertThat(rest.with(KEY, key).post("/api/v1/notes", aNote()).status()).isEqualTo(401);
  }

  @Test
  void theDescriptionSaysWhereAKeyIsHonoured() {
    var paths = rest.get("/v3/api-docs").json().path("paths");
    var note = paths.path("/api/v1/notes").path("post").path("parameters");
    assertThat(note.valueStream().map(p -> p.path("name").asString())).contains(KEY);
    assertThat(note.valueStream().map(p -> p.path("required").asBoolean())).contains(false);
    assertThat(paths.path("/api/v1/questions").path("post").toString()).doesNotContain(KEY);
    assertThat(paths.path("/local/clock").path("post").toString()).doesNotContain(KEY);
  }

  private RawHttp.Answer withRawKey(String header) {
    return RawHttp.to(rest)
        .post("/api/v1/notes", Role.OFFICE, header, "{\"text\":\"" + text + "\"}");
  }

  private boolean somebodyWaits() {
    return notes.waiting() > 0;
  }
}
