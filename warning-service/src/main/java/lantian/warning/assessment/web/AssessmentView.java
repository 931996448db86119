package lantian.warning.assessment.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import lantian.events.Cause;
import lantian.events.ChinaTime;
import lantian.events.Pollutant;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Assessment;
import lantian.warning.assessment.Distance;
import lantian.warning.assessment.Explaining;
import lantian.warning.assessment.JudgedCondition;
import lantian.warning.assessment.Run;
import lantian.warning.policy.Condition;
import org.jspecify.annotations.Nullable;

/** An assessment as its reader sees it, times in Beijing time, texts in the reader's language. */
public record AssessmentView(
    WarningLevel level,
    @Nullable Response response,
    @Nullable Cause cause,
    String policy,
    @Nullable OffsetDateTime from,
    @Nullable OffsetDateTime to,
    List<ConditionView> conditions,
    List<AqiAtView> aqi,
    ExplanationView explanation) {

  /** One alternative for a level; {@code missing} null where it is met. */
  public record ConditionView(
      WarningLevel level,
      int threshold,
      int hours,
      @Nullable ContainingView containing,
      boolean satisfied,
      String text,
      List<RunView> runs,
      @Nullable MissingView missing) {}

  /** What a run of the condition must contain, and the runs of that kind. */
  public record ContainingView(int threshold, int hours, List<RunView> runs) {}

  /**
   * How far a condition is from being met: by the length of the longest run that counts, of the
   * stretch in it, and by the largest AQI.
   */
  public record MissingView(int hours, int containedHours, int aqi) {
    static MissingView of(Distance distance) {
      return new MissingView(distance.hours(), distance.containedHours(), distance.aqi());
    }
  }

  /** {@code parts}: the hours over the threshold; more than one where episodes count as one. */
  public record RunView(
      OffsetDateTime from,
      OffsetDateTime to,
      int hours,
      int peakAqi,
      int hoursOver,
      int longestBreakHours,
      List<PartView> parts) {}

  public record PartView(OffsetDateTime from, OffsetDateTime to) {}

  public record AqiAtView(
      OffsetDateTime at, @Nullable Integer aqi, List<Pollutant> primaryPollutants) {}

  /** In English for an English reader, else in Chinese. */
  public static AssessmentView of(Assessment assessment, Explaining explaining, Locale locale) {
    return new AssessmentView(
        assessment.level(),
        assessment.response(),
        assessment.cause(),
        assessment.policy(),
        beijing(assessment.from()),
        beijing(assessment.to()),
        assessment.conditions().stream()
            .map(judged -> view(judged, explaining.condition(judged), locale))
            .toList(),
        assessment.aqi().hours().stream()
            .map(
                hour ->
                    new AqiAtView(ChinaTime.at(hour.at()), hour.aqi(), hour.primaryPollutants()))
            .toList(),
        ExplanationView.of(explaining.explanation(assessment, locale)));
  }

  private static ConditionView view(JudgedCondition judged, Text text, Locale locale) {
    Condition condition = judged.condition();
    Condition.Containing containing = condition.containing();
    return new ConditionView(
        condition.level(),
        condition.threshold(),
        condition.hours(),
        containing == null
            ? null
            : new ContainingView(
                containing.threshold(), containing.hours(), views(judged.contained())),
        judged.satisfied(),
        locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? text.en() : text.zh(),
        views(judged.runs()),
        judged.satisfied() ? null : MissingView.of(judged.distance()));
  }

  private static List<RunView> views(List<Run> runs) {
    return runs.stream().map(AssessmentView::view).toList();
  }

  private static RunView view(Run run) {
    return new RunView(
        ChinaTime.at(run.from()),
        ChinaTime.at(run.to()),
        run.hours(),
        run.peakAqi(),
        run.hoursOver(),
        run.longestBreak(),
        run.parts().stream()
            .map(part -> new PartView(ChinaTime.at(part.from()), ChinaTime.at(part.to())))
            .toList());
  }

  private static @Nullable OffsetDateTime beijing(@Nullable Instant instant) {
    return instant == null ? null : ChinaTime.at(instant);
  }
}
