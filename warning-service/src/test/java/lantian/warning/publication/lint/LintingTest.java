package lantian.warning.publication.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.publication.Announcement;
import lantian.warning.publication.Finding;
import lantian.warning.publication.LintRule;
import lantian.warning.publication.Message;
import lantian.warning.publication.Messages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is looked at before anybody approves a text. */
class LintingTest {
  private static final List<LintRule> RULES =
      List.of(
          new TitleIsShort(),
          new DatesFollow(),
          new LevelIsNamed(),
          new ReferencesAreThere(),
          new CharactersAreHarmless(),
          new DrillSaysSo(),
          new LanguagesStayApart());

  @Test
  void whatWeWriteOurselvesHasNoErrors() {
    Messages.all()
        .forEach(
            message ->
                assertThat(found(message))
                    .as(message.texts().headline().zh())
                    .filteredOn(Finding::isError)
                    .isEmpty());
  }

  @Test
  void ourWordsKeepTheirLanguages() {
    Messages.all()
        .forEach(message -> assertThat(codes(message)).doesNotContain("lint-not-english"));
  }

  @Test
  void aTitleHasThirtyFiveCharactersAtTheMost() {
    assertThat(codes(titled("橙色" + "字".repeat(33), "orange"))).isEmpty();
    assertThat(codes(titled("橙色" + "字".repeat(34), "orange"))).containsExactly("lint-title-length");
    assertThat(codes(titled("橙色" + "𠮷".repeat(33), "orange"))).isEmpty();
    assertThat(codes(titled("橙色", "orange " + "x".repeat(154))))
        .containsExactly("lint-title-length");
    assertThat(found(titled("橙色", "orange " + "x".repeat(154)))).noneMatch(Finding::isError);
  }

  @Test
  void theTitleNamesItsLevelAndNoOther() {
    assertThat(codes(titled("昌吉州发布重污染天气预警", "orange"))).containsExactly("lint-level-missing");
    assertThat(codes(titled("昌吉州发布橙色预警", "warning"))).containsExactly("lint-level-missing");
    assertThat(codes(titled("昌吉州发布橙色红色预警", "orange"))).containsExactly("lint-level-wrong");
    assertThat(codes(titled("昌吉州发布红色预警", "orange")))
        .containsExactlyInAnyOrder("lint-level-missing", "lint-level-wrong");
    assertThat(codes(titled("昌吉州发布橙色预警", "a reduced orange"))).isEmpty();
  }

  @Test
  void anEndComesAfterItsBeginAndIsNotPast() {
    var at = Messages.AT;
    assertThat(codes(lasting(at.plus(Duration.ofHours(30)), at.plus(Duration.ofHours(60)))))
        .isEmpty();
    assertThat(codes(lasting(at.plus(Duration.ofHours(30)), at.plus(Duration.ofHours(28)))))
        .containsExactly("lint-end-before-begin");
    assertThat(codes(lasting(at, at.minus(Duration.ofHours(2))))).contains("lint-end-is-past");
    assertThat(codes(lasting(at, at.minus(Duration.ofMinutes(2)))))
        .contains("lint-end-is-near")
        .doesNotContain("lint-end-is-past");
    assertThat(codes(lasting(at.plus(Duration.ofHours(30)), null))).isEmpty();
  }

  @Test
  void whatIsAnnouncedShortlyBeforeIsSaidToBe() {
    var at = Messages.AT;
    var to = at.plus(Duration.ofHours(90));
    assertThat(codes(lasting(at.plus(Duration.ofHours(24)), to))).isEmpty();
    assertThat(codes(lasting(at.plus(Duration.ofHours(24)).minusSeconds(1), to)))
        .containsExactly("lint-short-notice");
    assertThat(found(lasting(at, to))).noneMatch(Finding::isError);
  }

  @Test
  void aLaterRevisionRefersToThoseBefore() {
    var lift =
        Messages.message(
            Messages.announcement(
                Messages.changji(),
                Mode.LIVE,
                ChangeKind.LIFT,
                WarningLevel.ORANGE,
                WarningLevel.NONE,
                Response.COLOURED));
    assertThat(codes(lift)).isEmpty();
    assertThat(codes(referring(lift, 1))).containsExactly("lint-reference-missing");
    assertThat(codes(referring(lift, 0))).containsExactly("lint-no-earlier-message");
    var first = Messages.message(Messages.anOrangeWarning());
    var wrong = new Message(first.announcement(), first.sender(), lift.earlier(), first.texts());
    assertThat(found(wrong))
        .anyMatch(f -> f.isError() && f.code().equals("lint-reference-too-many"));
  }

  @Test
  void charactersThatDeceiveOrBreakAreRefused() {
    for (var bad : List.of("\u0000", "\u0007", "\u202E", "\u2066", "\uFFFE", "\uD800")) {
      assertThat(codes(titled("橙色" + bad, "orange"))).containsExactly("lint-character");
      assertThat(codes(titled("橙色", "orange" + bad))).containsExactly("lint-character");
    }
    assertThat(codes(titled("橙色{0}", "orange"))).containsExactly("lint-placeholder");
    assertThat(codes(titled("橙色", "orange null"))).containsExactly("lint-placeholder");
  }

  @Test
  void aDrillSaysSoAndNothingElseDoes() {
    var drill =
        Messages.message(
            Messages.announcement(
                Messages.changji(),
                Mode.DRILL,
                ChangeKind.RAISE,
                WarningLevel.NONE,
                WarningLevel.ORANGE,
                Response.COLOURED));
    assertThat(codes(drill)).isEmpty();
    assertThat(codes(Messages.saying(drill, new Text("昌吉州发布橙色预警", "[DRILL] orange"))))
        .containsExactly("lint-drill-missing");
    assertThat(codes(Messages.saying(drill, new Text("【演练】橙色", "orange"))))
        .containsExactly("lint-drill-missing");
    assertThat(codes(titled("【演练】橙色", "orange"))).containsExactly("lint-drill-word");
    assertThat(codes(titled("橙色", "[Drill] orange"))).containsExactly("lint-drill-word");
  }

  @Test
  void theLanguagesAreNotMixedUp() {
    assertThat(codes(titled("橙色", "orange 橙色"))).containsExactly("lint-not-english");
    assertThat(found(titled("橙色", "orange 橙色"))).noneMatch(Finding::isError);
  }

  private static Message titled(String chinese, String english) {
    return Messages.saying(
        Messages.message(Messages.anOrangeWarning()), new Text(chinese, english));
  }

  private static Message lasting(Instant from, @Nullable Instant to) {
    var told = Messages.anOrangeWarning();
    return Messages.message(
        new Announcement(
            told.warningId(),
            1,
            told.mode(),
            told.place(),
            told.kind(),
            told.from(),
            told.to(),
            told.cause(),
            told.response(),
            told.at(),
            from,
            to,
            told.policy(),
            told.air()));
  }

  private static Message referring(Message message, int earlier) {
    return new Message(
        message.announcement(),
        message.sender(),
        message.earlier().subList(0, earlier),
        message.texts());
  }

  private static List<Finding> found(Message message) {
    return RULES.stream().flatMap(rule -> rule.look(message, Messages.AT).stream()).toList();
  }

  private static List<String> codes(Message message) {
    return found(message).stream().map(Finding::code).toList();
  }
}
