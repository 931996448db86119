package lantian.reporting.incident.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.reporting.incident.ChainStep;
import lantian.reporting.incident.DeliveryStanding;
import lantian.reporting.incident.DutyStanding;
import lantian.reporting.incident.Incident;
import lantian.reporting.incident.UnitDelay;
import lantian.reporting.incident.UnitStage;
import lantian.reporting.incident.Waiting;

/** The rows of one incident as they come: what they are about, of what, and how much. */
final class IncidentRows {
  private WarningLevel level = WarningLevel.NONE;
  private final Map<UnitStage, Long> units = new EnumMap<>(UnitStage.class);
  private final Map<DutyStanding, Long> duties = new EnumMap<>(DutyStanding.class);
  private final Map<DeliveryStanding, Long> deliveries = new EnumMap<>(DeliveryStanding.class);
  private final Map<Waiting, Duration> oldest = new EnumMap<>(Waiting.class);
  private final Map<ChainStep, Duration> steps = new EnumMap<>(ChainStep.class);
  private final List<UnitDelay> silent = new ArrayList<>();
  private final List<UnitDelay> late = new ArrayList<>();

  void add(ResultSet row) throws SQLException {
    var of = row.getString("of");
    switch (row.getString("what")) {
      case "LEVEL" -> level = WarningLevel.valueOf(of);
      case "UNITS" -> units.put(UnitStage.valueOf(of), row.getLong("value"));
      case "DUTIES" -> duties.put(DutyStanding.valueOf(of), row.getLong("value"));
      case "DELIVERIES" -> deliveries.put(DeliveryStanding.valueOf(of), row.getLong("value"));
      case "OLDEST" -> oldest.put(Waiting.valueOf(of), seconds(row));
      case "STEP" -> steps.put(ChainStep.valueOf(of), seconds(row));
      case "SILENT" -> silent.add(new UnitDelay(of, seconds(row)));
      case "LATE" -> late.add(new UnitDelay(of, seconds(row)));
      case String other -> throw new IllegalStateException("nothing is known of " + other);
    }
  }

  private static Duration seconds(ResultSet row) throws SQLException {
    return Duration.ofMillis(Math.max(0, Math.round(row.getDouble("value") * 1000)));
  }

  Incident incident(String jurisdiction, Mode mode) {
    return new Incident(
        jurisdiction, mode, level, units, duties, deliveries, oldest, steps, silent, late);
  }
}
