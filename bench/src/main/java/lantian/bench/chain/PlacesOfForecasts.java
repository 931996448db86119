package lantian.bench.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Places that nobody else knows, as a file that warning-service takes beside its own. */
record PlacesOfForecasts(List<String> codes) {

  /** Of codes that GB/T 2260 gives to no place. */
  private static final int FIRST = 900_001;

  static PlacesOfForecasts some(int places) {
    return new PlacesOfForecasts(
        IntStream.range(FIRST, FIRST + places).mapToObj(Integer::toString).toList());
  }

  /** JSON is YAML too. */
  Path writtenTo(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    var places = codes.stream().map(PlacesOfForecasts::place).toList();
    return Files.writeString(
        file, JsonMapper.shared().writeValueAsString(Map.of("jurisdictions", places)));
  }

  /** Warned by itself and by the national policies, as any other. */
  private static Map<String, Object> place(String code) {
    return Map.of(
        "code",
        code,
        "name",
        "测量地" + code,
        "nameEn",
        "Place " + code,
        "authorityCode",
        code,
        "authorityName",
        "测量地" + code,
        "authorityNameEn",
        "Place " + code,
        "policies",
        List.of("national-2018", "national-2024"),
        "warned",
        true,
        "planned",
        false);
  }
}
