package lantian.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import lantian.kit.security.TokenDecoding;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Where the issuer does not name its keys, nobody can say whether a token is good. */
@OnSampleService
@Import(IssuerAwayTest.NobodyListens.class)
class IssuerAwayTest {

  /** Any token at all: nobody gets as far as looking into it. */
  private static final String TOKEN = "eyJhbGciOiJFUzI1NiJ9.e30.AAAA";

  @TestConfiguration
  static class NobodyListens {
    @Bean
    static BeanPostProcessor decoderOfAnIssuerThatIsAway() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof JwtDecoder
              ? TokenDecoding.askingFor("http://127.0.0.1:1", Duration.ofSeconds(1))
              : bean;
        }
      };
    }
  }

  @LocalServerPort private int port;

  @Test
  void theCallerIsAskedToComeBackInsteadOfBeingRefused() throws Exception {
    var answer = get("zh-CN");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    assertThat(answer.body()).contains("/problems/unavailable").contains("身份认证服务");
    assertThat(get("en").body()).contains("issuer of tokens does not answer");
  }

  private HttpResponse<String> get(String language) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/local/clock"))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Accept-Language", language)
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
