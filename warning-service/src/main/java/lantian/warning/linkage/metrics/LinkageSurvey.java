package lantian.warning.linkage.metrics;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import lantian.kit.observability.Figure;
import lantian.kit.observability.Measure;
import lantian.kit.observability.Survey;
import lantian.warning.linkage.FindingLinkage;
import lantian.warning.linkage.LinkageFinding;
import lantian.warning.linkage.Region;
import lantian.warning.linkage.Regions;
import org.springframework.stereotype.Component;

/** In which regions places side by side are polluted together, and how many are yet to raise. */
@Component
final class LinkageSurvey implements Survey {
  private static final Measure PLACES =
      Measure.count("linkage.places", "Places side by side that reach a level together");
  private static final Measure TO_RAISE =
      Measure.count("linkage.to.raise", "Of these the places that are warned below that level");

  private final FindingLinkage finding;
  private final Regions regions;
  private final Clock clock;

  LinkageSurvey(FindingLinkage finding, Regions regions, Clock clock) {
    this.finding = finding;
    this.regions = regions;
    this.clock = clock;
  }

  @Override
  public List<Measure> measures() {
    return List.of(PLACES, TO_RAISE);
  }

  @Override
  public List<Figure> look() {
    List<LinkageFinding> found = finding.at(clock.instant());
    List<Figure> figures = new ArrayList<>();
    for (Region region : regions.all()) {
      var of = found.stream().filter(each -> each.region().equals(region)).toList();
      figures.add(
          PLACES.is(
              of.stream().mapToInt(each -> each.places().size()).max().orElse(0),
              "region",
              region.code()));
      figures.add(
          TO_RAISE.is(
              of.stream().mapToInt(each -> each.toRaise().size()).max().orElse(0),
              "region",
              region.code()));
    }
    return figures;
  }
}
