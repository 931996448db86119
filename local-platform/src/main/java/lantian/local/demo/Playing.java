package lantian.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import lantian.events.ChinaTime;
import lantian.local.api.Api;
import lantian.local.api.Place;
import lantian.local.demo.Headquarters.Decision;

/** Plays the episode hour by hour, everybody doing what is theirs. */
final class Playing {
  private static final int FORECAST_AT = 16;
  private static final Duration BETWEEN_STEPS = Duration.ofMinutes(2);

  private final Episode episode;
  private final List<Cast> casts;
  private final Receivers receivers;
  private final Agenda agenda = new Agenda();
  private final PlatformTime time;
  private final Story story;

  Playing(
      Episode episode,
      List<Place> places,
      Api api,
      Receivers receivers,
      PlatformTime time,
      Story story,
      String policy) {
    this.episode = episode;
    this.receivers = receivers;
    this.time = time;
    this.story = story;
    this.casts =
        places.stream()
            .map(
                place ->
                    new Cast(
                        place,
                        new Monitoring(api, place, policy),
                        new Headquarters(api, place),
                        new Liaisons(api, place, receivers, agenda, time)))
            .toList();
  }

  /** Who acts in one place. */
  private record Cast(
      Place place, Monitoring monitoring, Headquarters headquarters, Liaisons liaisons) {}

  void play() {
    time.standAt(episode.first());
    casts.forEach(cast -> cast.liaisons().register());
    for (var hour : episode.hours()) {
      pass(hour);
    }
    time.standAt(episode.last());
    time.awaitSettled();
  }

  private void pass(Episode.Hour hour) {
    agenda.runUntil(hour.at(), time::liaisonsAt);
    time.hourAt(hour.at());
    casts.forEach(cast -> cast.monitoring().observe(hour));
    var clock = ChinaTime.at(hour.at());
    if (clock.getHour() == 0) {
      casts.forEach(cast -> cast.liaisons().planOpenDuties());
    }
    if (clock.getHour() == FORECAST_AT) {
      forecastAndDecide(hour.at());
    }
    story.hourPassed(hour.at());
  }

  private void forecastAndDecide(Instant now) {
    var ahead = episode.after(now, Monitoring.FORECAST_HOURS);
    if (!ahead.isEmpty()) {
      casts.forEach(cast -> cast.monitoring().forecast(now, ahead));
    }
    var decisions =
        casts.stream().flatMap(cast -> cast.headquarters().consider().stream()).toList();
    if (!decisions.isEmpty()) {
      decide(decisions);
      time.awaitSettled();
      answer(decisions);
    }
  }

  /** Submitted first, then approved by one after the other, all within the hour. */
  private void decide(List<Decision> decisions) {
    time.standAt(time.now().plus(BETWEEN_STEPS));
    decisions.forEach(Decision::submit);
    while (decisions.stream().anyMatch(Decision::needsApproval)) {
      time.standAt(time.now().plus(BETWEEN_STEPS));
      decisions.stream().filter(Decision::needsApproval).forEach(Decision::approve);
    }
  }

  private void answer(List<Decision> decisions) {
    var pushes = receivers.newPushes();
    for (var decision : decisions) {
      if (!decision.isPublished()) {
        throw new IllegalStateException("Approved by all who should, and yet not published");
      }
      var place = decision.place();
      story.tell(
          time.now(),
          "demo.change." + decision.kind().toLowerCase(Locale.ROOT),
          place.name(),
          decision.from(),
          decision.to(),
          pushes.stream().filter(push -> push.jurisdiction().equals(place.code())).count());
    }
    plan(pushes);
    var waits = new TreeSet<Integer>();
    for (var cast : casts) {
      waits.addAll(cast.liaisons().waitsFor(of(cast, pushes)));
      cast.liaisons().planOpenDuties();
    }
    for (int minutes : waits) {
      agenda.plan(time.now().plus(Duration.ofMinutes(minutes)), this::escalate);
    }
  }

  /** The clock has just come to a moment at which others are told of what nobody has answered. */
  private void escalate() {
    time.awaitTold();
    plan(receivers.newPushes());
  }

  private void plan(List<Receivers.Push> pushes) {
    casts.forEach(cast -> of(cast, pushes).forEach(cast.liaisons()::plan));
  }

  private static List<Receivers.Push> of(Cast cast, List<Receivers.Push> pushes) {
    return pushes.stream().filter(push -> push.jurisdiction().equals(cast.place().code())).toList();
  }
}
