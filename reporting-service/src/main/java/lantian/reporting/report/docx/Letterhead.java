package lantian.reporting.report.docx;

import java.util.function.Supplier;
import lantian.reporting.report.Words;
import org.jspecify.annotations.Nullable;

/**
 * What stands over and under the report of a jurisdiction, in Chinese; what is not set is made of
 * the jurisdiction's name.
 *
 * @param issuer 发文机关, who signs
 * @param recipient 主送机关, without the colon
 * @param documentNumber 发文字号 before the year: 磴重污专评
 * @param signatory 签发人
 */
public record Letterhead(
    @Nullable String issuer,
    @Nullable String recipient,
    @Nullable String documentNumber,
    @Nullable String signatory) {
  static final Letterhead NONE = new Letterhead(null, null, null, null);

  String issuer(String jurisdiction, Words words) {
    return chosen(issuer, words, () -> words.say("letterhead.issuer", jurisdiction));
  }

  String recipient(String jurisdiction, Words words) {
    return words.say(
        "letterhead.to",
        chosen(recipient, words, () -> words.say("letterhead.recipient", jurisdiction)));
  }

  String documentNumber(int year, Words words) {
    return words.say(
        "letterhead.number",
        chosen(documentNumber, words, () -> words.say("letterhead.number-blank")),
        year);
  }

  String signatory(Words words) {
    return chosen(signatory, words, () -> words.say("letterhead.signatory-blank"));
  }

  private static String chosen(@Nullable String set, Words words, Supplier<String> otherwise) {
    return set == null || set.isBlank() || words.english() ? otherwise.get() : set;
  }
}
