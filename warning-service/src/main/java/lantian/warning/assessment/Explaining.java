package lantian.warning.assessment;

import java.time.Instant;
import java.util.Locale;
import lantian.events.Text;
import org.springframework.stereotype.Service;

/** Says in words what a judgement rests on, and by how much a condition is missed. */
@Service
public class Explaining {
  private final Wording chinese = new Wording(Phrases.CHINESE);
  private final Wording english = new Wording(Phrases.ENGLISH);

  /** Why the condition holds, or what is missing. */
  public Text condition(JudgedCondition judged) {
    return new Text(chinese.condition(judged), english.condition(judged));
  }

  /** Why the level is to change, or why it stands; with what the next one lacks, and the cause. */
  public Text reason(LiveJudgement judgement) {
    return new Text(chinese.reason(judgement), english.reason(judgement));
  }

  /** The same, told in a drill: whoever reads it apart from all else still sees that it is one. */
  public Text inDrill(Text text) {
    return new Text(
        Phrases.CHINESE.text("judging.drill") + text.zh(),
        Phrases.ENGLISH.text("judging.drill") + text.en());
  }

  /** All of it: English for an English reader, else Chinese. */
  public Explanation explanation(Assessment assessment, Locale reader) {
    return (Phrases.in(reader).equals(Phrases.ENGLISH) ? english : chinese).explanation(assessment);
  }

  /** Why a level that stands is to hold beyond the validity of its warning. */
  public Text extension(LiveJudgement judgement, Instant validTo) {
    return new Text(chinese.extension(judgement, validTo), english.extension(judgement, validTo));
  }
}
