package lantian.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import lantian.kit.security.Role;
import lantian.testing.OnRealBrokerAndDatabase;
import lantian.testing.Rest;
import lantian.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Requests that are too large, too slow or packed, sent by hand. */
@SpringBootTest(
    classes = SampleService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.name=sample-service",
      "lantian.requests.slowest-body=3s",
      "server.tomcat.connection-timeout=2s"
    })
@OnRealBrokerAndDatabase
class LimitingRequestsTest {
  private static final int MEGABYTE = 1024 * 1024;
  private static final String PATH = "/api/v1/notes";
  private static final String KEYED = "Idempotency-Key: limits";
  private static final String UNKEYED = "Accept: */*";

  @Autowired Rest rest;

  private RawHttp raw() {
    return RawHttp.to(rest);
  }

  private static RawHttp.Body chunks(int megabytes) {
    var chunk = "{".getBytes(StandardCharsets.UTF_8);
    var spaces = " ".repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8);
    return to -> {
      to.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
      to.write(chunk);
      for (var i = 0; i < megabytes; i++) {
        to.write(
            ("\r\n" + Integer.toHexString(MEGABYTE) + "\r\n").getBytes(StandardCharsets.UTF_8));
        to.write(spaces);
      }
      to.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {KEYED, UNKEYED})
  void twoHundredMegabytesInChunksAreRefusedWithinTwoSecondsAndNotKept(String header) {
    var before = largestUseSince();
    var answer =
        raw().post(PATH, Role.OFFICE, header + "\r\nTransfer-Encoding: chunked", chunks(200));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body()).contains("/problems/too-large", "请求内容超过 1048576 字节");
    assertThat(answer.after()).isLessThan(Duration.ofSeconds(2));
    assertThat(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() - before)
        .as("heap that grew while it came")
        .isLessThan(64L * MEGABYTE);
  }

  /** What the heap holds after a collection. */
  private static long largestUseSince() {
    System.gc();
    assertThat(ManagementFactory.getMemoryPoolMXBeans())
        .anyMatch(pool -> pool.getType() == MemoryType.HEAP);
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void aLengthBeyondTheLimitIsRefusedBeforeAnythingComes() {
    var answer =
        raw().post(PATH, Role.OFFICE, "Accept-Language: en\r\nContent-Length: 209715200", to -> {});
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.header()).containsIgnoringCase("connection: close");
    assertThat(answer.body()).contains("larger than 1048576 bytes", "\"title\":\"The request is");
    assertThat(answer.after()).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void aBodyOfExactlyTheLimitIsRead() {
    var text = "{\"text\":\"exactly\"}";
    assertThat(post(text + " ".repeat(MEGABYTE - text.length())).status()).isEqualTo(201);
    assertThat(post(text + " ".repeat(MEGABYTE - text.length() + 1)).status()).isEqualTo(413);
  }

  private Rest.Answer post(String body) {
    return rest.as(Role.OFFICE).post(PATH, body);
  }

  @Test
  void someoneWithoutATokenSendsNoMoreThanOthers() {
    assertThat(rest.post(PATH, " ".repeat(MEGABYTE + 1)).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "deflate", "br", "gzip, identity"})
  void aPackedBodyIsRefused(String encoding) {
    var answer =
        rest.as(Role.OFFICE).with("Content-Encoding", encoding).post(PATH, Map.of("text", "x"));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
    assertThat(answer.json().path("type").asString()).isEqualTo("/problems/unsupported-media-type");
    assertThat(answer.json().path("detail").asString()).contains("不压缩");
    var english =
        rest.as(Role.OFFICE).inEnglish().with("Content-Encoding", encoding).post(PATH, "");
    assertThat(english.json().path("detail").asString()).contains("uncompressed");
  }

  @Test
  void aBodyThatSaysItIsNotPackedIsRead() {
    var answer =
        rest.as(Role.OFFICE).with("Content-Encoding", "identity").post(PATH, Map.of("text", "x"));
    assertThat(answer.status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({"application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
  void neitherFormsNorFilesAreTaken(String type) {
    var answer = rest.as(Role.OFFICE).with("Content-Type", type).post(PATH, "a=b");
    assertThat(answer.status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 24})
  void headersThatAreTooLargeAreRefusedInBothLanguages(int kilobytes) {
    var large = rest.as(Role.OFFICE).with("X-Large", "x".repeat(kilobytes * 1024));
    var chinese = large.post(PATH, Map.of("text", "x"));
    assertThat(chinese.status()).isEqualTo(431);
    assertThat(chinese.json().path("type").asString()).isEqualTo("/problems/headers-too-large");
    assertThat(chinese.json().path("title").asString()).isEqualTo("请求头过大");
    assertThat(large.inEnglish().get("/api/v1/me").json().path("detail").asString())
        .isEqualTo("The headers are larger than 16384 bytes.");
  }

  @Test
  void headersFarTooLargeAreCutOffByTheContainer() {
    var answer = raw().post(PATH, Role.OFFICE, "X-Large: " + "x".repeat(10 * MEGABYTE), to -> {});
    assertThat(answer.status()).isIn(0, 400);
    assertThat(answer.after()).isLessThan(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {KEYED, UNKEYED})
  void aBodyThatStopsComingIsCutOff(String header) {
    var answer =
        raw()
            .post(
                PATH,
                Role.OFFICE,
                header + "\r\nContent-Length: 100",
                to -> to.write("{\"text\"".getBytes(StandardCharsets.UTF_8)));
    assertThat(answer.status()).isEqualTo(408);
    assertThat(answer.body()).contains("/problems/too-slow", "迟迟没有传完");
    assertThat(answer.after()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(6));
  }

  @ParameterizedTest
  @ValueSource(strings = {KEYED, UNKEYED})
  void aBodyThatDripsIsCutOff(String header) {
    var answer =
        raw()
            .post(
                PATH,
                Role.OFFICE,
                header + "\r\nAccept-Language: en\r\nContent-Length: 100000",
                to -> {
                  var pause = new java.util.concurrent.Semaphore(0);
                  do {
                    to.write(' ');
                    to.flush();
                  } while (!pause.tryAcquire(100, java.util.concurrent.TimeUnit.MILLISECONDS));
                });
    assertThat(answer.status()).isEqualTo(408);
    assertThat(answer.body()).contains("/problems/too-slow", "within 3 seconds");
    assertThat(answer.after()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(8));
  }

  @Test
  void headersThatStopComingAreCutOff() {
    var answer = raw().exchange("GET /api/v1/me HTTP/1.1\r\nHost: loc", to -> {});
    assertThat(answer.after()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(6));
  }

  @Test
  void aLengthThatIsTooShortMakesNoSecondRequestOfTheRest() {
    var answer =
        raw()
            .exchange(
                "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n"
                    .formatted(PATH, TestTokens.of(Role.OFFICE)),
                to ->
                    to.write("{\"text\":\"x\"}{\"text\":\"y\"}".getBytes(StandardCharsets.UTF_8)));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().split("HTTP/1.1 400", -1)).hasSize(2);
  }

  @Test
  void aLengthBesideChunksIsNotBelieved() {
    var answer =
        raw().post(PATH, Role.OFFICE, "Content-Length: 3\r\nTransfer-Encoding: chunked", chunks(2));
    assertThat(answer.status()).isIn(400, 413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1//notes", "/api/v1/notes;x=1", "/api/v1/%2e%2e/notes"})
  void anAddressThatNobodyWritesIsAProblemToo(String path) {
    var answer = raw().post(path, Role.OFFICE, "Accept-Language: en", "{}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("/problems/unreadable", "address or form of the request");
  }

  @Test
  void anAddressWithNulIsRefusedByTheContainer() {
    assertThat(raw().post("/api/v1/notes%00", Role.OFFICE, UNKEYED, "{}").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?a%0Db=1", "?%01=1"})
  void aParameterThatNobodyWritesIsAProblemToo(String query) {
    assertThat(rest.as(Role.OFFICE).post(PATH + query, Map.of("text", "x")).status())
        .isIn(201, 400);
  }

  @Test
  void aParameterWithNulIsRefusedByItsName() {
    var answer = rest.as(Role.OFFICE).post(PATH + "?a=b&state=x%00y", Map.of("text", "x"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("errors").path(0).path("pointer").asString()).isEqualTo("?state");
  }
}
