package lantian.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownPathTest {

  @ParameterizedTest
  @CsvSource({
    "/a/eyJ.e30.x, /a/***",
    "/a/eyJ/more, /a/***",
    "/%61/eyJ, /a/***",
    "/%zz/eyJ, /a/***",
    "/a/, /a/",
    "/a, /a",
    "/, /",
    "/api/v1/duties, /api/v1/duties",
    "/api/a/b, /api/a/b"
  })
  void theSecretOfALinkIsNotShown(String path, String shown) {
    assertThat(ShownPath.masked(path)).isEqualTo(shown);
  }
}
