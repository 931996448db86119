package lantian.warning.publication.wording;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.aqi.AqiCategory;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.publication.Air;
import lantian.warning.publication.Announcement;
import lantian.warning.publication.Texts;
import lantian.warning.publication.WritingTexts;
import org.springframework.stereotype.Component;

/**
 * Texts out of {@code warning-service-publication.properties}. Every text of a drill begins with
 * the word for it.
 */
@Component
public final class BundleTexts implements WritingTexts {
  private final Words chinese = new Words(Locale.ROOT);
  private final Words english = new Words(Locale.ENGLISH);

  @Override
  public Texts of(Announcement told) {
    Text harm = text(told, (words, a) -> words.sayFirst(byKindOrLevel("item.harm.", a)));
    Text instruction = text(told, this::instruction);
    var items =
        new Texts.SixItems(
            text(told, this::monitoring),
            text(told, (words, a) -> said(words, a, "item.level." + a.kind())),
            text(told, this::duration),
            text(told, this::severity),
            new Text(harm.zh() + instruction.zh(), harm.en() + " " + instruction.en()),
            text(told, this::measures));
    Text headline = text(told, (words, a) -> said(words, a, "headline." + a.kind()));
    var advice =
        new Texts.Advice(
            text(told, (words, a) -> advice(words, a, "schools")),
            text(told, (words, a) -> advice(words, a, "hospitals")),
            text(told, (words, a) -> advice(words, a, "drivers")),
            text(told, (words, a) -> advice(words, a, "sensitive")));
    return marked(
        told,
        new Texts(
            headline,
            together("summary", headline, items, harm, instruction, advice),
            items,
            instruction,
            advice,
            mediaScript(told, headline, items, harm, instruction, advice)));
  }

  private Text text(Announcement told, BiFunction<Words, Announcement, String> say) {
    return new Text(say.apply(chinese, told).strip(), say.apply(english, told).strip());
  }

  private String monitoring(Words words, Announcement told) {
    Air.MeasuredHour hour = told.air().measured();
    String place = place(words, told.place());
    if (told.kind() == ChangeKind.CANCEL) {
      return words.say("item.monitoring.CANCEL");
    }
    if (hour == null) {
      return words.say("item.monitoring.none", place);
    }
    String pollutants =
        hour.primaryPollutants().stream()
            .map(pollutant -> words.say("tell.pollutant." + pollutant.code()))
            .collect(Collectors.joining(words.say("tell.and")));
    return words.say(
        pollutants.isEmpty() ? "item.monitoring.measured-clean" : "item.monitoring.measured",
        place,
        words.hour(hour.at()),
        hour.aqi(),
        words.say("category." + hour.category()),
        pollutants);
  }

  private String duration(Words words, Announcement told) {
    return said(
        words,
        told,
        told.ends()
            ? "item.duration." + told.kind()
            : told.validTo() == null ? "item.duration.open" : "item.duration.limited");
  }

  private String severity(Words words, Announcement told) {
    Integer peak = told.air().expectedPeak();
    if (told.ends()) {
      return said(words, told, "item.severity." + told.kind());
    }
    return peak == null
        ? said(words, told, "item.severity.unknown")
        : words.say(
            "item.severity.expected",
            place(words, told.place()),
            peak,
            words.say("category." + AqiCategory.of(peak)));
  }

  private String measures(Words words, Announcement told) {
    return said(
        words,
        told,
        "item.measures." + (told.ends() ? told.kind().name() : told.response().name()));
  }

  private String instruction(Words words, Announcement told) {
    return words.sayFirst(
        told.kind() == ChangeKind.CANCEL
            ? List.of("instruction.CANCEL")
            : List.of(
                "instruction." + told.response() + "." + told.to(), "instruction." + told.to()));
  }

  private String advice(Words words, Announcement told, String whom) {
    String code = "advice." + whom + ".";
    return words.sayFirst(
        told.ends()
            ? List.of(code + WarningLevel.NONE)
            : List.of(
                code + told.response() + "." + told.to(),
                code + told.response(),
                code + told.to()));
  }

  private static List<String> byKindOrLevel(String code, Announcement told) {
    return List.of(code + told.kind(), code + told.to());
  }

  private Text mediaScript(
      Announcement told,
      Text headline,
      Texts.SixItems items,
      Text harm,
      Text instruction,
      Texts.Advice advice) {
    Text script =
        together(
            told.ends() ? "media-script.ended" : "media-script",
            headline,
            items,
            harm,
            instruction,
            advice);
    return told.mode() == Mode.DRILL
        ? new Text(
            chinese.say("media-script.drill", script.zh()),
            english.say("media-script.drill", script.en()))
        : script;
  }

  private Text together(
      String code,
      Text headline,
      Texts.SixItems items,
      Text harm,
      Text instruction,
      Texts.Advice advice) {
    List<Text> parts =
        List.of(
            headline,
            items.monitoring(),
            items.level(),
            items.duration(),
            items.severity(),
            harm,
            items.measures(),
            instruction,
            advice.schools(),
            advice.hospitals(),
            advice.drivers(),
            advice.sensitive());
    return new Text(
        chinese.say(code, parts.stream().map(Text::zh).toArray()).strip(),
        english.say(code, parts.stream().map(part -> part.en() + " ").toArray()).strip());
  }

  private static String place(Words words, Jurisdiction place) {
    return words.say("tell.language").equals("en") ? place.nameEn() : place.name();
  }

  private static String said(Words words, Announcement told, String code) {
    var validTo = told.validTo();
    return words.say(
        code,
        place(words, told.place()),
        words.say("tell.color." + told.to()),
        words.say("tell.color." + told.from()),
        words.minute(told.at()),
        words.minute(told.validFrom()),
        validTo == null ? "" : words.minute(validTo),
        words.say("tell.grade." + told.to()));
  }

  private Texts marked(Announcement told, Texts texts) {
    return told.mode() == Mode.LIVE ? texts : new Marking(drillMark()).of(texts);
  }

  private Text drillMark() {
    return new Text(chinese.say("tell.drill"), english.say("tell.drill"));
  }
}
