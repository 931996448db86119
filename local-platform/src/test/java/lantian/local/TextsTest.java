package lantian.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void everyMessageExistsInBothLanguagesWithTheSameArguments() throws IOException {
    var chinese = bundle("local-platform-messages.properties");
    var english = bundle("local-platform-messages_en.properties");

    assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
    for (var code : chinese.stringPropertyNames()) {
      assertThat(arguments(english.getProperty(code)))
          .as(code)
          .isEqualTo(arguments(chinese.getProperty(code)));
      // A single apostrophe would swallow the arguments that follow it.
      assertThat(english.getProperty(code)).as(code).doesNotContain("'");
    }
  }

  @Test
  void aMessageIsSaidInChineseThenInEnglish() {
    assertThat(Texts.both("down.nothing", "8080"))
        .isEqualTo("端口基数 8080 处没有平台在运行。\nNo platform is running at port base 8080.");
  }

  private static TreeSet<String> arguments(String text) {
    return Pattern.compile("\\{\\d}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties bundle(String name) throws IOException {
    var bundle = new Properties();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(TextsTest.class.getResourceAsStream("/" + name)),
            StandardCharsets.UTF_8)) {
      bundle.load(in);
    }
    return bundle;
  }
}
