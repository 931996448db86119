package lantian.reporting.rebuild.worker;

import lantian.kit.settling.Settling;
import lantian.reporting.rebuild.RebuildState;
import lantian.reporting.rebuild.Rebuilds;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A rebuild that has not ended. */
@Component
@Profile("local")
record RebuildLeft(Rebuilds rebuilds) implements Settling {
  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public long remaining() {
    return rebuilds.last().filter(last -> last.state() == RebuildState.RUNNING).stream().count();
  }
}
