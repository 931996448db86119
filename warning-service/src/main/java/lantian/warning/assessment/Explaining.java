package lantian.warning.assessment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import lantian.events.Text;
import lantian.warning.policy.Condition;
import org.springframework.stereotype.Service;

/** Says in words what a judgement rests on, and by how much a condition is missed. */
@Service
public class Explaining {
  private final Words chinese = new Words(Phrases.CHINESE);
  private final Words english = new Words(Phrases.ENGLISH);

  /** Why the condition holds, or what is missing. */
  public Text condition(JudgedCondition judged) {
    return new Text(chinese.condition(judged), english.condition(judged));
  }

  /** Why the level is to change, or why it stands. */
  public Text reason(LiveJudgement judgement) {
    return new Text(chinese.reason(judgement), english.reason(judgement));
  }

  private static final class Words {
    private final Phrases phrases;

    Words(Phrases phrases) {
      this.phrases = phrases;
    }

    String condition(JudgedCondition judged) {
      Condition condition = judged.condition();
      String over = over(condition.inclusive(), condition.threshold());
      Run run = telling(judged);
      if (run == null) {
        return nothingCounts(judged, over);
      }
      String stretch =
          text("judging.stretch", over, run.hours(), at(run.from()), at(run.to()), run.peakAqi());
      String hours =
          run.hours() >= condition.hours()
              ? text("judging.enough", condition.hours())
              : text("judging.too-short", condition.hours(), condition.hours() - run.hours());
      return stretch + hours + contained(judged, run) + text("judging.stop");
    }

    private String contained(JudgedCondition judged, Run run) {
      Condition.Containing wanted = judged.condition().containing();
      if (wanted == null) {
        return "";
      }
      int longest =
          judged.contained().stream().filter(run::contains).mapToInt(Run::hours).max().orElse(0);
      String over = over(false, wanted.threshold());
      return longest >= wanted.hours()
          ? text("judging.contained-enough", over, longest, wanted.hours())
          : text(
              "judging.contained-too-short",
              over,
              longest,
              wanted.hours(),
              wanted.hours() - longest);
    }

    private String nothingCounts(JudgedCondition judged, String over) {
      Integer peak = judged.peakAqi();
      int needed = judged.condition().over() + 1;
      if (peak == null) {
        return text("judging.no-aqi");
      }
      return peak < needed
          ? text("judging.never-over", over, peak, needed - peak)
          : text("judging.none-live", over);
    }

    String reason(LiveJudgement judgement) {
      String from = text("level." + judgement.inForce().name());
      String to = text("level." + judgement.assessment().level().name());
      String because =
          judgement.assessment().conditions().stream()
              .filter(JudgedCondition::satisfied)
              .filter(c -> c.condition().level() == judgement.assessment().level())
              .map(this::condition)
              .findFirst()
              .orElse(text("judging.no-condition"));
      return switch (judgement.standing()) {
        case CHANGES -> text("judging.changes", from, to, because);
        case SAME_LEVEL -> text("judging.stands", to, because);
        case SERIES_TOO_SHORT -> text("judging.series-too-short", from, to);
      };
    }

    /** The run that says most: one that is enough, else the longest. */
    private static @org.jspecify.annotations.Nullable Run telling(JudgedCondition judged) {
      List<Run> enough = judged.runs().stream().filter(judged::isSatisfiedBy).toList();
      return enough.isEmpty()
          ? judged.runs().stream().max(Comparator.comparingInt(Run::hours)).orElse(null)
          : enough.getFirst();
    }

    private String over(boolean inclusive, int threshold) {
      return text(inclusive ? "judging.reaches" : "judging.over", threshold);
    }

    private String at(Instant instant) {
      return phrases.at(instant);
    }

    private String text(String code, Object... arguments) {
      return phrases.text(code, arguments);
    }
  }
}
