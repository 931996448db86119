package lantian.warning.linkage.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.linkage.FindingLinkage;
import lantian.warning.linkage.LinkageFinding;
import lantian.warning.linkage.Region;
import lantian.warning.linkage.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same for all who prepare: a region is larger than anybody's place. */
@RestController
@Tag(name = "linkage", description = "区域联动 / places side by side that are polluted together")
class LinkageController {
  private final FindingLinkage finding;
  private final Regions regions;
  private final Clock clock;

  LinkageController(FindingLinkage finding, Regions regions, Clock clock) {
    this.finding = finding;
    this.regions = regions;
    this.clock = clock;
  }

  record LinkageView(OffsetDateTime at, List<RegionView> regions) {}

  /** {@code atLeast}: from so many places side by side on, of so many {@code prefectures}. */
  record RegionView(
      String code, Text name, int atLeast, int prefectures, List<FindingView> findings) {}

  /** {@code toRaise}: places that this platform warns, below the level. */
  record FindingView(WarningLevel level, List<PlaceView> places, List<String> toRaise, Text text) {}

  record PlaceView(
      String jurisdiction,
      Text name,
      WarningLevel judged,
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime to,
      int peakAqi,
      @Nullable UUID forecastId,
      String policy,
      WarningLevel inForce) {

    static PlaceView of(LinkageFinding.Evidence place) {
      return new PlaceView(
          place.code(),
          place.name(),
          place.judged(),
          beijing(place.from()),
          beijing(place.to()),
          place.peakAqi(),
          place.forecastId(),
          place.policy(),
          place.inForce());
    }

    private static @Nullable OffsetDateTime beijing(@Nullable Instant at) {
      return at == null ? null : ChinaTime.at(at);
    }
  }

  @GetMapping("/api/v1/linkage")
  @Operation(
      summary =
          "区域联动研判：相邻各地同时达到的等级、依据及建议提级的地方 / which places side by side reach a level together, why,"
              + " and who is to raise")
  LinkageView read() {
    Instant now = clock.instant();
    List<LinkageFinding> found = finding.at(now);
    return new LinkageView(
        ChinaTime.at(now), regions.all().stream().map(region -> view(region, found)).toList());
  }

  private static RegionView view(Region region, List<LinkageFinding> found) {
    return new RegionView(
        region.code(),
        region.name(),
        region.atLeast(),
        region.prefectures(),
        found.stream()
            .filter(each -> each.region().equals(region))
            .map(
                each ->
                    new FindingView(
                        each.level(),
                        each.places().stream().map(PlaceView::of).toList(),
                        each.toRaise().stream().map(LinkageFinding.Evidence::code).toList(),
                        each.text()))
            .toList());
  }
}
