package lantian.warning.response;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lantian.events.Cascade;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.turn.Turns;
import lantian.warning.warning.Cascading;
import lantian.warning.warning.Correction;
import lantian.warning.warning.PublishedChange;
import lantian.warning.warning.Warning;
import lantian.warning.warning.WarningEvents;
import lantian.warning.warning.Warnings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A prefecture's warning binds the places below that have a plan: each responds at least at its
 * level, at once and in the same transaction, and nobody has to approve it there. Turns are taken
 * from above to below, so that nobody waits in a circle.
 */
@Service
public class BindingPlaces implements Cascading {
  private final Jurisdictions jurisdictions;
  private final Warnings warnings;
  private final WarningEvents warningEvents;
  private final PlaceResponses responses;
  private final StricterResponses stricter;
  private final ResponseEvents events;
  private final BoundReasons reasons;
  private final Turns turns;

  public BindingPlaces(
      Jurisdictions jurisdictions,
      Warnings warnings,
      WarningEvents warningEvents,
      PlaceResponses responses,
      StricterResponses stricter,
      ResponseEvents events,
      Turns turns) {
    this.jurisdictions = jurisdictions;
    this.warnings = warnings;
    this.warningEvents = warningEvents;
    this.responses = responses;
    this.stricter = stricter;
    this.events = events;
    this.reasons = new BoundReasons();
    this.turns = turns;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID tell(PublishedChange published) {
    Jurisdiction place = place(published.change().jurisdiction());
    Mode mode = published.change().mode();
    Demands demands = demands(place, mode, Demand.of(published));
    PlaceResponse open = responses.inForce(place.code(), mode).orElse(null);
    if (open == null && !demands.goBeyondOwn()) {
      return warningEvents.publish(published, onlyBinding(place));
    }
    Trigger trigger = Trigger.of(published);
    Warning before = warnings.find(published.change().warningId()).orElse(null);
    if (before == null && open == null) {
      UUID id = published.change().warningId();
      return keep(beginning(id, place, mode, demands, trigger));
    }
    PlaceResponse response = open == null ? goingOn(Objects.requireNonNull(before)) : open;
    if (response.id().equals(published.change().warningId())) {
      return keep(response.changed(demands, trigger));
    }
    UUID told = warningEvents.publish(published, new Cascade(null, List.of(), response.id()));
    keepIfDifferent(response, demands, trigger);
    return told;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID tell(Correction correction) {
    Warning warning = correction.warning();
    Jurisdiction place = place(warning.jurisdiction());
    Demands demands = demands(place, warning.mode(), null);
    PlaceResponse open = responses.inForce(place.code(), warning.mode()).orElse(null);
    if (open == null && !demands.goBeyondOwn()) {
      return warningEvents.publish(correction, onlyBinding(place));
    }
    PlaceResponse response = open == null ? goingOn(warning) : open;
    if (response.id().equals(warning.id())) {
      return keep(response.changed(demands, Trigger.of(correction)));
    }
    UUID told = warningEvents.publish(correction, new Cascade(null, List.of(), response.id()));
    keepIfDifferent(response, demands, Trigger.of(correction));
    return told;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void reachThoseBelow(PublishedChange published) {
    reachThoseBelow(
        place(published.change().jurisdiction()),
        published.change().mode(),
        Trigger.of(published),
        published.change().to());
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void reachThoseBelow(Correction correction) {
    reachThoseBelow(
        place(correction.warning().jurisdiction()),
        correction.warning().mode(),
        Trigger.of(correction),
        WarningLevel.NONE);
  }

  private void reachThoseBelow(Jurisdiction upper, Mode mode, Trigger trigger, WarningLevel level) {
    for (Jurisdiction place : bound(upper)) {
      long turn = turns.take(place.code(), mode);
      respond(place, mode, trigger.saying(reasons.following(upper, level, trigger.reason())), turn);
    }
  }

  /** Has a place respond as all that asks it now wants; in the transaction that holds its turn. */
  @Transactional(propagation = Propagation.MANDATORY)
  void respond(Jurisdiction place, Mode mode, Trigger trigger, long turn) {
    Warning own = warnings.inForce(place.code(), mode).orElse(null);
    Demands demands = demands(place, mode, own == null ? null : Demand.of(own));
    PlaceResponse open = responses.inForce(place.code(), mode).orElse(null);
    if (open != null) {
      keepIfDifferent(open, demands, trigger);
    } else if (own != null) {
      // Below its own warning's level nothing is to be told: that one asks for more already.
      if (demands.level().isAbove(own.level())) {
        keep(goingOn(own).changed(demands, trigger));
      }
    } else if (demands.decisive() != null) {
      keep(beginning(idOf(place, mode, trigger.at(), turn), place, mode, demands, trigger));
    }
  }

  /** What binds a place: its own warning, or one of a place above; null: nothing does. */
  @Transactional(readOnly = true)
  public @Nullable Demand binding(Jurisdiction place, Mode mode) {
    Warning own = warnings.inForce(place.code(), mode).orElse(null);
    return new Demands(own == null ? null : Demand.of(own), above(place, mode), null).decisive();
  }

  /** Its level. */
  @Transactional(readOnly = true)
  public WarningLevel bindingLevel(Jurisdiction place, Mode mode) {
    return Demands.levelOf(binding(place, mode));
  }

  /** What of a place above binds a place most; null: nothing does. */
  public @Nullable Demand above(Jurisdiction place, Mode mode) {
    Demand most = null;
    for (Jurisdiction upper : jurisdictions.above(place)) {
      Warning warning = warnings.inForce(upper.code(), mode).orElse(null);
      if (warning != null) {
        most = Demand.of(warning).orStricter(most);
      }
    }
    return most;
  }

  private Demands demands(Jurisdiction place, Mode mode, @Nullable Demand own) {
    if (!place.planned()) {
      return new Demands(own, null, null);
    }
    return new Demands(
        own,
        above(place, mode),
        stricter.inForce(place.code(), mode).map(StricterResponse::demand).orElse(null));
  }

  private void keepIfDifferent(PlaceResponse open, Demands demands, Trigger trigger) {
    if (open.differsFrom(demands)) {
      keep(open.changed(demands, trigger));
    }
  }

  private UUID keep(ResponseChange change) {
    UUID eventId = events.publish(change);
    responses.save(change, eventId);
    return eventId;
  }

  /** The response to a warning that was alone so far, as its revisions have told it. */
  private static PlaceResponse goingOn(Warning own) {
    return new PlaceResponse(
        own.id(),
        own.mode(),
        own.jurisdiction(),
        own.revision(),
        own.level(),
        own.cause(),
        own.response(),
        own.policy(),
        own.validFrom(),
        own.validTo(),
        own.eventId());
  }

  private static ResponseChange beginning(
      UUID id, Jurisdiction place, Mode mode, Demands demands, Trigger trigger) {
    Demand decisive = Objects.requireNonNull(demands.decisive());
    Instant from = decisive.validFrom();
    return new ResponseChange(
        id,
        1,
        mode,
        place.code(),
        PlaceResponse.kind(WarningLevel.NONE, decisive.level(), trigger),
        WarningLevel.NONE,
        decisive.level(),
        decisive.cause(),
        decisive.response(),
        decisive.policy(),
        from.isBefore(trigger.at()) ? trigger.at() : from,
        decisive.validTo(),
        demands,
        trigger,
        null);
  }

  private static UUID idOf(Jurisdiction place, Mode mode, Instant at, long turn) {
    String name =
        String.join(
            "/", "lantian/response", mode.name(), place.code(), at.toString(), Long.toString(turn));
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private List<Jurisdiction> bound(Jurisdiction upper) {
    return jurisdictions.below(upper).stream().filter(Jurisdiction::planned).toList();
  }

  /** Null where no place below responds by itself. */
  private @Nullable Cascade onlyBinding(Jurisdiction place) {
    List<String> binds = bound(place).stream().map(Jurisdiction::code).toList();
    return binds.isEmpty() ? null : new Cascade(null, binds, null);
  }

  private Jurisdiction place(String code) {
    return jurisdictions.find(code).orElseThrow();
  }
}
