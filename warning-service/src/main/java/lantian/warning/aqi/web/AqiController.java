package lantian.warning.aqi.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lantian.events.ChinaTime;
import lantian.events.Pollutant;
import lantian.warning.aqi.AqiCategory;
import lantian.warning.aqi.AqiKind;
import lantian.warning.aqi.AqiResult;
import lantian.warning.aqi.AqiStandard;
import lantian.warning.aqi.AqiStandards;
import lantian.warning.aqi.Indicator;
import lantian.warning.aqi.Sample;
import lantian.warning.aqi.web.AqiRequest.SampleRequest;
import lantian.warning.aqi.web.AqiView.ResultView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "aqi", description = "空气质量指数 / air quality index")
class AqiController {
  private static final int MOST_SAMPLES = 5_000;

  private final AqiStandards standards;
  private final MessageSource messages;
  private final Clock clock;

  AqiController(AqiStandards standards, MessageSource messages, Clock clock) {
    this.standards = standards;
    this.messages = messages;
    this.clock = clock;
  }

  @PostMapping("/api/v1/aqi")
  @Operation(summary = "按 HJ 633 计算空气质量指数，不保存 / AQI by HJ 633; stores nothing")
  AqiView judge(@RequestBody AqiRequest request, Locale locale) {
    FieldRules fields = new FieldRules();
    if (request.kind() == null) {
      fields.wrong("/kind", "required");
    }
    AqiStandard standard = standard(request, fields);
    List<Values> samples = samples(request.samples(), fields);
    fields.mustHold();
    AqiKind kind = request.kind() == null ? AqiKind.DAILY : request.kind();
    return new AqiView(
        samples.stream()
            .map(values -> view(standard.judge(values.sample(), kind, values.others()), locale))
            .toList());
  }

  private AqiStandard standard(AqiRequest request, FieldRules fields) {
    Instant at = request.at() == null ? null : fields.fullHour(request.at(), "/at");
    if (request.standard() != null) {
      AqiStandard named = standards.find(request.standard()).orElse(null);
      if (named != null) {
        return named;
      }
      fields.wrong(
          "/standard", "unknown-standard", request.standard(), String.join(", ", standards.ids()));
    }
    LocalDate date =
        at == null ? LocalDate.now(clock.withZone(ChinaTime.ZONE)) : ChinaTime.dateOf(at);
    return standards.on(date);
  }

  private static List<Values> samples(
      @Nullable List<@Nullable SampleRequest> requests, FieldRules fields) {
    if (requests == null || requests.isEmpty()) {
      fields.wrong("/samples", "no-samples");
      return List.of();
    }
    if (requests.size() > MOST_SAMPLES) {
      fields.wrong("/samples", "too-many-samples", MOST_SAMPLES, requests.size());
      return List.of();
    }
    List<Values> samples = new ArrayList<>(requests.size());
    for (int i = 0; i < requests.size(); i++) {
      SampleRequest request = requests.get(i);
      if (request == null) {
        fields.wrong("/samples/" + i, "required");
      } else {
        samples.add(new Reading(fields, "/samples/" + i + "/").values(request));
      }
    }
    return samples;
  }

  private ResultView view(AqiResult result, Locale locale) {
    AqiCategory category = result.category();
    return new ResultView(
        result.aqi(),
        category == null ? null : messages.getMessage("category." + category.name(), null, locale),
        result.primaryPollutants(),
        AqiView.byCode(result.iaqi()),
        result.standard(),
        result.publishable());
  }

  private record Values(Sample sample, Map<Indicator, BigDecimal> others) {}

  /** Reads the values of one sample. */
  private record Reading(FieldRules fields, String pointer) {

    Values values(SampleRequest request) {
      EnumMap<Pollutant, BigDecimal> values = new EnumMap<>(Pollutant.class);
      put(values, Pollutant.PM2_5, request.pm2_5(), "pm2_5");
      put(values, Pollutant.PM10, request.pm10(), "pm10");
      put(values, Pollutant.SO2, request.so2(), "so2");
      put(values, Pollutant.NO2, request.no2(), "no2");
      put(values, Pollutant.CO, request.co(), "co");
      put(values, Pollutant.O3, request.o3(), "o3");
      EnumMap<Indicator, BigDecimal> others = new EnumMap<>(Indicator.class);
      put(others, Indicator.SO2_24H, request.so2_24h(), "so2_24h");
      put(others, Indicator.O3_8H, request.o3_8h(), "o3_8h");
      put(others, Indicator.O3_1H, request.o3_1h(), "o3_1h");
      return new Values(new Sample(values), others);
    }

    private <K extends Enum<K>> void put(
        EnumMap<K, BigDecimal> values, K key, @Nullable BigDecimal given, String name) {
      BigDecimal value = fields.concentration(given, pointer + name);
      if (value != null) {
        values.put(key, value);
      }
    }
  }
}
