package lantian.kit.intake;

import java.time.Duration;
import java.util.Map;
import org.springframework.cloud.stream.binding.Bindable;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;

/**
 * Binds the readers to their topics without holding up the start of the service: while no broker
 * answers, binding goes on in the background, and the service takes requests meanwhile.
 */
final class PatientBindings extends InputBindingLifecycle {
  private static final Duration WITH_A_BROKER = Duration.ofSeconds(3);
  private static final Duration TO_STOP = Duration.ofSeconds(5);
  private static final Duration LOOK_UP = Duration.ofMillis(100);

  private volatile Thread binding = new Thread(() -> {}, "binding");

  PatientBindings(BindingService service, Map<String, Bindable> bindables) {
    super(service, bindables);
  }

  @Override
  public void start() {
    binding = Thread.ofPlatform().name("binding").daemon().start(super::start);
    join(WITH_A_BROKER);
  }

  @Override
  public void stop() {
    long end = System.nanoTime() + TO_STOP.toNanos();
    while (binding.isAlive() && System.nanoTime() < end) {
      // One wait per topic ends with each interrupt.
      binding.interrupt();
      join(LOOK_UP);
    }
    super.stop();
  }

  /** Also while binding still goes on, or it would not be stopped. */
  @Override
  public boolean isRunning() {
    return binding.isAlive() || super.isRunning();
  }

  private void join(Duration atMost) {
    try {
      binding.join(atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
