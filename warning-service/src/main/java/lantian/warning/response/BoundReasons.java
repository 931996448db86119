package lantian.warning.response;

import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Phrases;
import lantian.warning.jurisdiction.Jurisdiction;

/** Why a response changes, in both languages. */
final class BoundReasons {

  /** It follows a warning of a place above. */
  Text following(Jurisdiction upper, WarningLevel level, Text why) {
    String code = level == WarningLevel.NONE ? "response.lifted-above" : "response.following";
    return new Text(
        Phrases.CHINESE.text(code, upper.name(), Phrases.CHINESE.level(level), why.zh()),
        Phrases.ENGLISH.text(code, upper.nameEn(), Phrases.ENGLISH.level(level), why.en()));
  }

  /** It is the place's own decision, in the words of whoever put it forward. */
  Text stricter(Jurisdiction place, StricterResponse decided) {
    return new Text(
        stricter(Phrases.CHINESE, place.name(), decided),
        stricter(Phrases.ENGLISH, place.nameEn(), decided));
  }

  private static String stricter(Phrases phrases, String name, StricterResponse decided) {
    String code =
        decided.state() == StricterResponse.State.ENDED
            ? "response.stricter-ended"
            : "response.stricter";
    return phrases.text(code, name, phrases.level(decided.level()), decided.reason());
  }
}
