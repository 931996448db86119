package lantian.reporting.incident.metrics;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import lantian.kit.observability.Figure;
import lantian.kit.observability.Measure;
import lantian.kit.observability.Survey;
import lantian.reporting.incident.DeliveryStanding;
import lantian.reporting.incident.DutyStanding;
import lantian.reporting.incident.Incident;
import lantian.reporting.incident.Incidents;
import lantian.reporting.incident.UnitDelay;
import lantian.reporting.incident.UnitStage;
import lantian.reporting.incident.Waiting;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The incidents as figures. No label but the place's code and the names of the slowest units. */
@Component
@EnableConfigurationProperties(IncidentSettings.class)
final class IncidentSurvey implements Survey {
  private static final Measure LEVEL =
      Measure.count("incident.level", "Level in force: 0 none, 1 yellow, 2 orange, 3 red");
  private static final Measure UNITS =
      Measure.count("incident.units", "Units that have come as far as a stage");
  private static final Measure DUTIES = Measure.count("incident.duties", "Duties by standing");
  private static final Measure DELIVERIES =
      Measure.count("incident.deliveries", "Messages by standing");
  private static final Measure OLDEST =
      Measure.seconds("incident.oldest", "Age of the oldest thing that waits in a place");
  private static final Measure STEP =
      Measure.seconds("incident.step", "How long a step of the latest change took");
  private static final Measure SILENT =
      Measure.seconds("incident.unit.silent", "Since when a unit was told and has not answered");
  private static final Measure LATE =
      Measure.seconds("incident.unit.late", "Since when a unit has had something due and not done");

  private final Incidents incidents;
  private final IncidentSettings settings;
  private final Clock clock;

  IncidentSurvey(Incidents incidents, IncidentSettings settings, Clock clock) {
    this.incidents = incidents;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public List<Measure> measures() {
    return List.of(LEVEL, UNITS, DUTIES, DELIVERIES, OLDEST, STEP, SILENT, LATE);
  }

  @Override
  public List<Figure> look() {
    return incidents.current(clock.instant(), settings.bounds()).stream()
        .flatMap(incident -> figures(incident).stream())
        .toList();
  }

  private static List<Figure> figures(Incident incident) {
    var place = List.of("jurisdiction", incident.jurisdiction(), "mode", incident.mode().name());
    var figures = new ArrayList<Figure>();
    figures.add(LEVEL.is(incident.level().ordinal(), labels(place)));
    for (var stage : UnitStage.values()) {
      var count = incident.units().getOrDefault(stage, 0L);
      figures.add(UNITS.is(count, labels(place, "stage", stage.name())));
    }
    for (var standing : DutyStanding.values()) {
      var count = incident.duties().getOrDefault(standing, 0L);
      figures.add(DUTIES.is(count, labels(place, "state", standing.name())));
    }
    for (var standing : DeliveryStanding.values()) {
      var count = incident.deliveries().getOrDefault(standing, 0L);
      figures.add(DELIVERIES.is(count, labels(place, "state", standing.name())));
    }
    for (var waiting : Waiting.values()) {
      var age = incident.oldest().getOrDefault(waiting, Duration.ZERO);
      figures.add(OLDEST.is(seconds(age), labels(place, "waiting", waiting.name())));
    }
    incident
        .steps()
        .forEach(
            (step, took) ->
                figures.add(STEP.is(seconds(took), labels(place, "step", step.name()))));
    BiConsumer<Measure, UnitDelay> name =
        (measure, delay) ->
            figures.add(measure.is(seconds(delay.since()), labels(place, "unit", delay.unit())));
    incident.silent().forEach(delay -> name.accept(SILENT, delay));
    incident.late().forEach(delay -> name.accept(LATE, delay));
    return figures;
  }

  private static String[] labels(List<String> place, String... more) {
    var labels = new ArrayList<>(place);
    labels.addAll(List.of(more));
    return labels.toArray(String[]::new);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
