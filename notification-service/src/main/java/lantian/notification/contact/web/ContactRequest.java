package lantian.notification.contact.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lantian.events.Channel;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.notification.contact.KeepingContacts.Entry;
import lantian.notification.contact.Rank;
import lantian.notification.contact.Secrets;
import lantian.notification.contact.TargetRules;
import org.jspecify.annotations.Nullable;

/** A contact as a person enters it. Every rule that it breaks is named at once. */
record ContactRequest(
    @Nullable String jurisdiction,
    @Nullable String unit,
    @Nullable String name,
    @Nullable Channel channel,
    @Nullable String target,
    @Nullable String secret,
    @Nullable Rank rank,
    @Nullable Boolean active) {
  private static final Pattern JURISDICTION = Pattern.compile("\\d{6}");
  private static final Pattern UNIT = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cc}|\\p{Cf}|\\p{Cs}");
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TARGET = 2_000;

  Entry toEntry(TargetRules rules) {
    var errors = new ArrayList<FieldError>();
    code("/jurisdiction", jurisdiction, JURISDICTION, "jurisdiction-code", errors);
    code("/unit", unit, UNIT, "unit-code", errors);
    if (name == null || name.isBlank()) {
      errors.add(FieldError.at("/name", "required"));
    } else if (name.length() > LONGEST_NAME || UNPRINTABLE.matcher(name).find()) {
      errors.add(FieldError.at("/name", "contact-name", LONGEST_NAME));
    }
    if (channel == null) {
      errors.add(FieldError.at("/channel", "required"));
    } else if (!rules.reach(channel)) {
      errors.add(FieldError.at("/channel", "channel-off", channel.name()));
    }
    var address = address(rules, errors);
    if (secret != null && channel == Channel.EMAIL) {
      errors.add(FieldError.at("/secret", "secret-unused"));
    } else if (secret != null && !Secrets.isOne(secret)) {
      errors.add(FieldError.at("/secret", "secret"));
    }
    if (!errors.isEmpty()
        || jurisdiction == null
        || unit == null
        || name == null
        || channel == null
        || address == null) {
      throw Problem.invalid(errors);
    }
    return new Entry(
        jurisdiction, unit, name.strip(), channel, address, secret, rank, active == null || active);
  }

  private static void code(
      String pointer,
      @Nullable String value,
      Pattern pattern,
      String rule,
      List<FieldError> errors) {
    if (value == null) {
      errors.add(FieldError.at(pointer, "required"));
    } else if (!pattern.matcher(value).matches()) {
      errors.add(FieldError.at(pointer, rule));
    }
  }

  private @Nullable String address(TargetRules rules, List<FieldError> errors) {
    if (target == null || target.isBlank()) {
      errors.add(FieldError.at("/target", "required"));
      return null;
    }
    if (target.length() > LONGEST_TARGET) {
      errors.add(FieldError.at("/target", "target-long", LONGEST_TARGET));
      return null;
    }
    if (channel == null) {
      return null; // which rules hold is not known
    }
    var objection = rules.objectionTo(channel, target);
    if (objection.isEmpty()) {
      return target;
    }
    var code = objection.get().name().toLowerCase(Locale.ROOT).replace('_', '-');
    errors.add(FieldError.at("/target", "target-" + code));
    return null;
  }
}
