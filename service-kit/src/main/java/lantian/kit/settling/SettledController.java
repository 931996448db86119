package lantian.kit.settling;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells, in the local profile only, whether the service has nothing left to do for now. */
@RestController
@Profile("local")
@Tag(name = "local", description = "仅用于本机平台 / on a local platform only")
public final class SettledController {
  private final List<Settling> work;

  SettledController(List<Settling> work) {
    this.work = work;
  }

  record SettledView(boolean settled, Map<String, Long> remaining) {}

  @GetMapping("/local/settled")
  @Operation(summary = "是否已无待办 / whether nothing is left to do for now")
  SettledView settled() {
    // Records first and the outbox last, the service's own work between them: handling a record may
    // make work, and work may leave an event in the outbox, never the other way round.
    Map<String, Long> remaining =
        work.stream().collect(Collectors.toMap(Settling::name, Settling::remaining));
    return new SettledView(remaining.values().stream().allMatch(left -> left == 0), remaining);
  }
}
