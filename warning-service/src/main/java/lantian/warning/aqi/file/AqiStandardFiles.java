package lantian.warning.aqi.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lantian.events.Pollutant;
import lantian.warning.aqi.AqiStandard;
import lantian.warning.aqi.AqiStandards;
import lantian.warning.aqi.Breakpoints;
import lantian.warning.aqi.Indicator;
import lantian.warning.datafile.DataFile;
import org.jspecify.annotations.Nullable;

/**
 * The tables as they stand in {@code aqi/HJ633-*.yaml}; a table that does not hold together is
 * refused.
 */
public final class AqiStandardFiles {
  private static final int LARGEST = 500;

  private AqiStandardFiles() {}

  public static AqiStandards onClassPath() {
    return new AqiStandards(List.of(read("aqi/HJ633-2012.yaml"), read("aqi/HJ633-2026.yaml")));
  }

  private static AqiStandard read(String name) {
    StandardFile file = DataFile.read(name, StandardFile.class);
    EnumMap<Indicator, Breakpoints> table = new EnumMap<>(Indicator.class);
    EnumMap<Indicator, Indicator> instead = new EnumMap<>(Indicator.class);
    file.instead().forEach((of, other) -> instead.put(indicator(of), indicator(other)));
    file.table()
        .forEach(
            (code, concentrations) -> {
              Indicator indicator = indicator(code);
              int above =
                  instead.containsKey(indicator)
                      ? Breakpoints.NO_SUB_INDEX
                      : file.above().getOrDefault(code, LARGEST);
              List<Integer> units =
                  concentrations.stream().map(value -> units(indicator, value)).toList();
              table.put(indicator, new Breakpoints(file.subIndices(), units, above));
            });
    file.above().keySet().forEach(AqiStandardFiles::indicator);
    return new AqiStandard(
        file.id(),
        file.effectiveFrom(),
        file.lowestAqi(),
        file.incompletePublishedAbove(),
        table,
        instead);
  }

  private static int units(Indicator indicator, BigDecimal value) {
    return indicator.pollutant() == Pollutant.CO
        ? value.movePointRight(1).intValueExact()
        : value.intValueExact();
  }

  private static Indicator indicator(String code) {
    return Indicator.ofCode(code)
        .orElseThrow(() -> new IllegalArgumentException("unknown indicator " + code));
  }

  record StandardFile(
      String id,
      LocalDate effectiveFrom,
      int lowestAqi,
      @Nullable Integer incompletePublishedAbove,
      List<Integer> subIndices,
      Map<String, List<BigDecimal>> table,
      Map<String, Integer> above,
      Map<String, String> instead) {}
}
