package lantian.tasking.response.worker;

import lantian.kit.settling.Settling;
import lantian.tasking.fanout.FanOutRuns;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fan-outs that are not whole; one that failed waits for an operator and does not count. */
@Component
@Profile("local")
record FanOutsLeft(FanOutRuns runs) implements Settling {
  @Override
  public String name() {
    return "fan-outs";
  }

  @Override
  public long remaining() {
    return runs.countOpen();
  }
}
