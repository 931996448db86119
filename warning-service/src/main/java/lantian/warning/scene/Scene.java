package lantian.warning.scene;

import java.util.UUID;
import lantian.events.Mode;
import org.jspecify.annotations.Nullable;

/**
 * Where a request plays, by its address alone: live, or in a drill.
 *
 * @param drill null: live
 */
public record Scene(@Nullable UUID drill) {
  public static final Scene LIVE = new Scene(null);

  public Mode mode() {
    return drill == null ? Mode.LIVE : Mode.DRILL;
  }
}
