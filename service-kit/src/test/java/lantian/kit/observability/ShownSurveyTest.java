package lantian.kit.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ShownSurveyTest {
  private static final Measure UNITS = Measure.count("units", "Units by place");
  private static final Measure AGE = Measure.seconds("age", "Of the oldest");
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private Supplier<List<Figure>> found = List::of;
  private long now = 1_000;
  private final ShownSurvey survey =
      new ShownSurvey(
          new Survey() {
            @Override
            public List<Measure> measures() {
              return List.of(UNITS, AGE);
            }

            @Override
            public List<Figure> look() {
              return found.get();
            }
          },
          new SurveySettings(EVERY, 20, Duration.ZERO),
          metrics,
          () -> now);

  @Test
  void nothingIsShownBeforeTheFirstLookWhichIsDueAtOnce() {
    assertThat(metrics.getMeters()).isEmpty();
    assertThat(survey.isDue()).isTrue();
  }

  @Test
  void aFigureFollowsItsLooksAndIsTheSameMeterThroughout() {
    found = () -> List.of(UNITS.is(3, "place", "652300"), AGE.is(1.5));
    survey.look();
    assertThat(value("652300")).isEqualTo(3);
    assertThat(metrics.get("age").gauge().value()).isEqualTo(1.5);
    var meters = List.copyOf(metrics.getMeters());

    found = () -> List.of(UNITS.is(4, "place", "652300"), AGE.is(0));
    survey.look();
    assertThat(value("652300")).isEqualTo(4);
    assertThat(metrics.getMeters()).containsExactlyInAnyOrderElementsOf(meters);
    assertThat(metrics.get("age").gauge().getId().getBaseUnit()).isEqualTo("seconds");
  }

  @Test
  void whatIsNoLongerFoundIsNoLongerShown() {
    found = () -> List.of(UNITS.is(3, "place", "652300"), UNITS.is(1, "place", "150822"));
    survey.look();
    found = () -> List.of(UNITS.is(1, "place", "150822"));
    survey.look();
    assertThat(metrics.getMeters())
        .extracting(Meter::getId)
        .extracting(id -> id.getTag("place"))
        .containsExactly("150822");
  }

  @Test
  void afterALookThatFailedNothingIsShownUntilOneSucceeds() {
    found = () -> List.of(AGE.is(7));
    survey.look();
    found =
        () -> {
          throw new IllegalStateException("the database is away");
        };
    survey.look();
    assertThat(metrics.getMeters()).isEmpty();
    found = () -> List.of(AGE.is(8));
    survey.look();
    assertThat(metrics.get("age").gauge().value()).isEqualTo(8);
  }

  @Test
  void anErrorIsALookThatFailedAndEndsNothing() {
    found = () -> List.of(AGE.is(7));
    survey.look();
    found =
        () -> {
          throw new StackOverflowError("while it looked");
        };
    survey.look();
    assertThat(metrics.getMeters()).isEmpty();
    pass(EVERY);
    assertThat(survey.isDue()).isTrue();
  }

  @Test
  void aFigureWhoseNextLookDoesNotComeIsNoNumber() {
    found = () -> List.of(AGE.is(7));
    survey.look();
    pass(EVERY.multipliedBy(4));
    assertThat(metrics.get("age").gauge().value()).isEqualTo(7);
    pass(Duration.ofMillis(1));
    assertThat(metrics.get("age").gauge().value()).isNaN();
  }

  @Test
  void theNextLookIsDueAfterThePauseAndNotBefore() {
    survey.look();
    pass(EVERY.minusNanos(1));
    assertThat(survey.isDue()).isFalse();
    pass(Duration.ofNanos(1));
    assertThat(survey.isDue()).isTrue();
  }

  @Test
  void aLookThatTookLongIsFollowedByALongerPauseAndItsFiguresStand() {
    found =
        () -> {
          pass(Duration.ofSeconds(2));
          return List.of(AGE.is(7));
        };
    survey.look();
    pass(Duration.ofSeconds(39));
    assertThat(survey.isDue()).isFalse();
    assertThat(metrics.get("age").gauge().value()).isEqualTo(7);
    pass(Duration.ofSeconds(1));
    assertThat(survey.isDue()).isTrue();
  }

  @Test
  void aLookThatFailedAfterALongWaitIsSoonFollowedByTheNext() {
    found =
        () -> {
          pass(Duration.ofSeconds(10));
          throw new IllegalStateException("the database hangs");
        };
    survey.look();
    pass(EVERY);
    assertThat(survey.isDue()).isTrue();
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private double value(String place) {
    return metrics.get("units").tag("place", place).gauge().value();
  }
}
