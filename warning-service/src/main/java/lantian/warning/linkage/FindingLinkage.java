package lantian.warning.linkage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Assessment;
import lantian.warning.assessment.Judging;
import lantian.warning.assessment.Phrases;
import lantian.warning.assessment.Run;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.linkage.LinkageFinding.Evidence;
import lantian.warning.proposal.Outlook;
import lantian.warning.proposal.Outlooks;
import lantian.warning.response.BindingPlaces;
import org.springframework.stereotype.Service;

/**
 * Looks whether places side by side reach a level together: each by its own rolling daily AQI and
 * its own policy, as if for its own warning. It prompts the offices; whether a level is raised is
 * proposed and decided in each place as ever, or ordered from above.
 */
@Service
public class FindingLinkage {
  private static final List<WarningLevel> FROM_THE_HIGHEST =
      List.of(WarningLevel.RED, WarningLevel.ORANGE, WarningLevel.YELLOW);

  private final Regions regions;
  private final Jurisdictions jurisdictions;
  private final Outlooks outlooks;
  private final Judging judging;
  private final BindingPlaces binding;

  public FindingLinkage(
      Regions regions,
      Jurisdictions jurisdictions,
      Outlooks outlooks,
      Judging judging,
      BindingPlaces binding) {
    this.regions = regions;
    this.jurisdictions = jurisdictions;
    this.outlooks = outlooks;
    this.judging = judging;
    this.binding = binding;
  }

  /**
   * What is found at this moment; of the same places only the highest level. Each place is read by
   * itself: nothing is held while the next one is looked at.
   */
  public List<LinkageFinding> at(Instant now) {
    List<LinkageFinding> findings = new ArrayList<>();
    for (Region region : regions.all()) {
      findings.addAll(in(region, evidence(region, now)));
    }
    return findings;
  }

  private List<LinkageFinding> in(Region region, Map<String, Evidence> evidence) {
    List<LinkageFinding> findings = new ArrayList<>();
    Set<Set<String>> found = new HashSet<>();
    for (WarningLevel level : FROM_THE_HIGHEST) {
      Set<String> reaching =
          evidence.values().stream()
              .filter(place -> !level.isAbove(place.judged()))
              .map(Evidence::code)
              .collect(Collectors.toSet());
      for (Set<String> part : region.parts(reaching)) {
        if (part.size() >= region.atLeast()
            && prefecturesOf(part) >= region.prefectures()
            && found.add(part)) {
          findings.add(finding(region, level, part, evidence));
        }
      }
    }
    return findings;
  }

  private long prefecturesOf(Set<String> part) {
    return part.stream()
        .map(code -> place(code))
        .map(place -> place.within() == null ? place.code() : place.within())
        .distinct()
        .count();
  }

  private LinkageFinding finding(
      Region region, WarningLevel level, Set<String> part, Map<String, Evidence> evidence) {
    List<Evidence> places =
        evidence.values().stream()
            .filter(place -> part.contains(place.code()))
            .map(place -> asked(place, level))
            .sorted(Comparator.comparing(Evidence::code))
            .toList();
    return new LinkageFinding(
        region,
        level,
        places,
        new Text(
            text(Phrases.CHINESE, region.name().zh(), region, level, places, "、"),
            text(Phrases.ENGLISH, region.name().en(), region, level, places, ", ")));
  }

  /** Whoever is warned for it; a county without warnings of its own by its prefecture's. */
  private Evidence asked(Evidence found, WarningLevel level) {
    Jurisdiction place = place(found.code());
    boolean warnedHere =
        place.warned() || jurisdictions.above(place).stream().anyMatch(Jurisdiction::warned);
    return new Evidence(
        found.code(),
        found.name(),
        found.judged(),
        found.from(),
        found.to(),
        found.peakAqi(),
        found.forecastId(),
        found.policy(),
        found.inForce(),
        warnedHere && level.isAbove(found.inForce()));
  }

  private static String text(
      Phrases phrases,
      String name,
      Region region,
      WarningLevel level,
      List<Evidence> places,
      String between) {
    boolean chinese = phrases == Phrases.CHINESE;
    String all =
        places.stream()
            .map(
                place ->
                    phrases.text(
                        "linkage.place",
                        chinese ? place.name().zh() : place.name().en(),
                        place.peakAqi()))
            .collect(Collectors.joining(between));
    String asked =
        places.stream()
            .filter(Evidence::isToRaise)
            .map(place -> chinese ? place.name().zh() : place.name().en())
            .collect(Collectors.joining(between));
    return phrases.text(
            "linkage.found", name, places.size(), phrases.level(level), all, region.atLeast())
        + (asked.isEmpty()
            ? phrases.text("linkage.nobody-to-raise")
            : phrases.text("linkage.to-raise", asked, phrases.level(level)));
  }

  private Map<String, Evidence> evidence(Region region, Instant now) {
    Map<String, Evidence> evidence = new HashMap<>();
    for (String code : region.places()) {
      evidenceOf(place(code), now).ifPresent(found -> evidence.put(code, found));
    }
    return evidence;
  }

  private Optional<Evidence> evidenceOf(Jurisdiction place, Instant now) {
    Outlook outlook = outlooks.of(place, Mode.LIVE, now);
    if (outlook.series() == null) {
      return Optional.empty();
    }
    Assessment judged =
        judging.judge(
            outlook.series(),
            outlook.policy(),
            outlook.causeMark(),
            now.truncatedTo(ChronoUnit.HOURS));
    Run giving = judged.giving();
    if (giving == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Evidence(
            place.code(),
            new Text(place.name(), place.nameEn()),
            judged.level(),
            judged.from(),
            judged.to(),
            giving.peakAqi(),
            outlook.forecastId(),
            judged.policy(),
            binding.bindingLevel(place, Mode.LIVE),
            false));
  }

  private Jurisdiction place(String code) {
    return jurisdictions.find(code).orElseThrow();
  }
}
