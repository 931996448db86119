package lantian.warning.roster.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.warning.roster.AskingRoster;
import lantian.warning.roster.Roster;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be entered.
 *
 * @param person as in the token's {@code sub}
 * @param role {@code office} or {@code headquarters}
 * @param jurisdiction the code of the government that decides, or {@code *}
 * @param validFrom left out: from now
 * @param validTo left out: until it is ended
 */
record RosterRequest(
    @Nullable String person,
    @Nullable String role,
    @Nullable String jurisdiction,
    @Nullable String deputyFor,
    @Nullable String validFrom,
    @Nullable String validTo) {
  private static final int LONGEST_NAME = 200;

  /** Refuses what breaks a rule, all of it. */
  Roster.Wanted read(Predicate<String> decides) {
    List<FieldError> errors = new ArrayList<>();
    String who = name(person, "/person", errors);
    String of = name(deputyFor, "/deputyFor", errors);
    Instant from = time(validFrom, "/validFrom", errors);
    Instant to = time(validTo, "/validTo", errors);
    if (who == null) {
      errors.add(FieldError.at("/person", "required"));
    } else if (who.equals(of)) {
      errors.add(FieldError.at("/deputyFor", "own-deputy"));
    }
    if (!Set.copyOf(AskingRoster.DECIDING).contains(String.valueOf(role))) {
      errors.add(FieldError.at("/role", "roster-role"));
    }
    if (jurisdiction == null) {
      errors.add(FieldError.at("/jurisdiction", "required"));
    } else if (!decides.test(jurisdiction)) {
      errors.add(FieldError.at("/jurisdiction", "unknown-jurisdiction", jurisdiction));
    }
    if (from != null && to != null && !to.isAfter(from)) {
      errors.add(FieldError.at("/validTo", "not-after-begin"));
    }
    if (who == null || role == null || jurisdiction == null || !errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return new Roster.Wanted(who, role, jurisdiction, of, from, to);
  }

  private static @Nullable String name(
      @Nullable String given, String pointer, List<FieldError> errors) {
    if (given == null || given.isBlank()) {
      return null;
    }
    if (given.length() > LONGEST_NAME) {
      errors.add(FieldError.at(pointer, "too-long", LONGEST_NAME));
    }
    // As it is: it has to be the very name of the token.
    return given;
  }

  private static @Nullable Instant time(
      @Nullable String given, String pointer, List<FieldError> errors) {
    if (given == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(given).toInstant();
    } catch (DateTimeException e) {
      errors.add(FieldError.at(pointer, "time"));
      return null;
    }
  }
}
