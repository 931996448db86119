package lantian.warning.publication.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.events.Pollutant;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.aqi.AqiCategory;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.publication.Air;
import lantian.warning.publication.PublicWarnings.InForce;
import lantian.warning.publication.Publication;
import lantian.warning.publication.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows to everybody what they may know. */
@Component
final class PublicViews {
  private final PublicAddresses addresses;

  PublicViews(PublicAddresses addresses) {
    this.addresses = addresses;
  }

  record PublicView(List<PublicWarningView> warnings, List<LevelView> jurisdictions) {}

  /**
   * A warning in force; {@code monitoring} is of now, the texts are of the publication. {@code
   * told} is null of a warning older than publications.
   */
  record PublicWarningView(
      UUID id,
      String jurisdiction,
      String jurisdictionName,
      WarningLevel level,
      Cause cause,
      Response response,
      Mode mode,
      OffsetDateTime publishedAt,
      OffsetDateTime validFrom,
      @Nullable OffsetDateTime validTo,
      long revision,
      @Nullable MonitoringView monitoring,
      @Nullable Texts told,
      @Nullable LinksView links) {}

  /** The last measured hour with an index. */
  record MonitoringView(
      OffsetDateTime at, int aqi, AqiCategory category, List<String> primaryPollutants) {}

  record LinksView(String self, String cap, String capCn) {}

  record LevelView(String code, String name, String nameEn, String authority, WarningLevel level) {}

  /** One publication, whatever became of its warning. */
  record PublicationView(
      UUID id,
      long revision,
      Mode mode,
      String jurisdiction,
      ChangeKind kind,
      WarningLevel from,
      WarningLevel level,
      OffsetDateTime publishedAt,
      Text publishedBy,
      Texts told,
      LinksView links) {}

  PublicView of(List<InForce> inForce, List<Jurisdiction> places) {
    return new PublicView(
        inForce.stream().map(this::of).toList(),
        places.stream().map(place -> level(place, inForce, places)).toList());
  }

  PublicationView of(Publication publication) {
    return new PublicationView(
        publication.warningId(),
        publication.revision(),
        publication.mode(),
        publication.jurisdiction(),
        publication.kind(),
        publication.from(),
        publication.to(),
        ChinaTime.at(publication.publishedAt()),
        publication.reference().sender().name(),
        publication.texts(),
        links(publication));
  }

  private PublicWarningView of(InForce standing) {
    var warning = standing.warning();
    var validTo = warning.validTo();
    var told = standing.told();
    return new PublicWarningView(
        warning.id(),
        warning.jurisdiction(),
        standing.place().name(),
        warning.level(),
        warning.cause(),
        warning.response(),
        warning.mode(),
        ChinaTime.at(warning.publishedAt()),
        ChinaTime.at(warning.validFrom()),
        validTo == null ? null : ChinaTime.at(validTo),
        warning.revision(),
        monitoring(standing.measured()),
        told == null ? null : told.texts(),
        told == null ? null : links(told));
  }

  private static @Nullable MonitoringView monitoring(Air.@Nullable MeasuredHour hour) {
    return hour == null
        ? null
        : new MonitoringView(
            ChinaTime.at(hour.at()),
            hour.aqi(),
            hour.category(),
            hour.primaryPollutants().stream().map(Pollutant::code).toList());
  }

  private LinksView links(Publication publication) {
    return new LinksView(
        addresses.warning(publication), addresses.cap(publication), addresses.capCn(publication));
  }

  private static LevelView level(
      Jurisdiction place, List<InForce> inForce, List<Jurisdiction> places) {
    return new LevelView(
        place.code(),
        place.name(),
        place.nameEn(),
        place.authorityCode(),
        holding(place, inForce, places));
  }

  /** Of its own warning or that of a place above: a prefecture's holds in its counties. */
  private static WarningLevel holding(
      Jurisdiction place, List<InForce> inForce, List<Jurisdiction> places) {
    WarningLevel own =
        inForce.stream()
            .filter(standing -> standing.place().code().equals(place.code()))
            .map(standing -> standing.warning().level())
            .findFirst()
            .orElse(WarningLevel.NONE);
    WarningLevel above =
        places.stream()
            .filter(upper -> upper.code().equals(place.within()))
            .map(upper -> holding(upper, inForce, places))
            .findFirst()
            .orElse(WarningLevel.NONE);
    return above.isAbove(own) ? above : own;
  }
}
