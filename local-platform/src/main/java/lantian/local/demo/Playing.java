package lantian.local.demo;

import java.time.Instant;
import java.util.List;
import lantian.events.ChinaTime;

/** Plays the episode hour by hour, everybody doing what is theirs. */
final class Playing {
  private static final int FORECAST_AT = 16;

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
                        new Headquarters(api, place, time),
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
    time.awaitSettled();
  }

  private void pass(Episode.Hour hour) {
    agenda.runUntil(hour.at(), time::standAt);
    time.standAt(hour.at());
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
    for (var cast : casts) {
      time.standAt(now);
      var change = cast.headquarters().decide();
      if (change.isPresent()) {
        time.awaitSettled();
        answer(cast, change.get());
      }
    }
  }

  private void answer(Cast cast, Headquarters.Change change) {
    var pushes = receivers.newPushes();
    story.tell(
        time.now(),
        "demo.change." + change.kind().toLowerCase(java.util.Locale.ROOT),
        cast.place().name(),
        change.from(),
        change.to(),
        pushes.size());
    pushes.forEach(cast.liaisons()::plan);
    cast.liaisons().planOpenDuties();
  }
}
