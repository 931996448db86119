package lantian.warning.roster.metrics;

import java.util.List;
import java.util.Locale;
import lantian.kit.observability.Figure;
import lantian.kit.observability.Measure;
import lantian.kit.observability.Survey;
import lantian.warning.roster.Roster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whether the service works under a role that the database can refuse something. Under the owner of
 * the schema, or a superuser, triggers and grants hold only as long as nobody wants otherwise.
 */
@Component
final class RoleSurvey implements Survey {
  private static final Logger log = LoggerFactory.getLogger(RoleSurvey.class);
  private static final Measure HELD =
      Measure.count(
          "authority.held.by.database",
          "1: the service's role owns nothing, so that the database can refuse it; 0: it cannot");

  private final Roster roster;
  private final MessageSource messages;

  RoleSurvey(Roster roster, MessageSource messages) {
    this.roster = roster;
    this.messages = messages;
  }

  @EventListener(ApplicationReadyEvent.class)
  void say() {
    if (!roster.isHeldByTheDatabase()) {
      for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
        log.warn("{}", messages.getMessage("roster.one-role", null, locale));
      }
    }
  }

  @Override
  public List<Measure> measures() {
    return List.of(HELD);
  }

  @Override
  public List<Figure> look() {
    return List.of(HELD.is(roster.isHeldByTheDatabase() ? 1 : 0));
  }
}
