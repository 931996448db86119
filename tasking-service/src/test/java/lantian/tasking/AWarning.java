package lantian.tasking;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.events.WarningLevelChanged;

/** A warning as its revisions are published, one after the other. */
public final class AWarning {
  public final UUID id = UUID.randomUUID();
  private final String jurisdiction;
  private Response response = Response.COLOURED;
  private Mode mode = Mode.LIVE;
  private long revision;
  private WarningLevel level = WarningLevel.NONE;

  private AWarning(String jurisdiction) {
    this.jurisdiction = jurisdiction;
  }

  public static AWarning in(String jurisdiction) {
    return new AWarning(jurisdiction);
  }

  public AWarning answeredBy(Response other) {
    response = other;
    return this;
  }

  public AWarning asADrill() {
    mode = Mode.DRILL;
    return this;
  }

  public AWarning asLive() {
    mode = Mode.LIVE;
    return this;
  }

  /** The next revision, in force at once. */
  public WarningLevelChanged to(WarningLevel next, String publishedAt) {
    return to(next, publishedAt, publishedAt);
  }

  public WarningLevelChanged to(WarningLevel next, String publishedAt, String validFrom) {
    return change(kindOfChange(next), next, publishedAt, validFrom);
  }

  public WarningLevelChanged cancelled(String publishedAt) {
    return change(ChangeKind.CANCEL, WarningLevel.NONE, publishedAt, publishedAt);
  }

  private WarningLevelChanged change(
      ChangeKind kind, WarningLevel next, String publishedAt, String validFrom) {
    revision++;
    var changed =
        new WarningLevelChanged(
            mode,
            revision,
            id,
            UUID.randomUUID(),
            jurisdiction,
            "某地",
            kind,
            level,
            next,
            new Text("未来三天空气质量指数超过阈值", "The AQI exceeds the threshold for three days"),
            OffsetDateTime.parse(publishedAt + "+08:00"),
            OffsetDateTime.parse(validFrom + "+08:00"),
            null,
            Cause.PARTICULATE,
            response,
            "national-2024@1",
            "alice",
            List.of("bob"),
            null);
    level = next;
    return changed;
  }

  private ChangeKind kindOfChange(WarningLevel next) {
    if (next == level) {
      return ChangeKind.EXTEND;
    }
    if (next == WarningLevel.NONE) {
      return ChangeKind.LIFT;
    }
    if (level == WarningLevel.NONE) {
      return ChangeKind.RAISE;
    }
    return next.isAbove(level) ? ChangeKind.UPGRADE : ChangeKind.DOWNGRADE;
  }
}
