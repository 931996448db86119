package lantian.kit.crash;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Arms crash points of this process and tells who waits at one, in the profile {@code faults} only.
 */
@RestController
@Profile("faults")
@Tag(name = "local", description = "仅用于本机平台 / on a local platform only")
public final class CrashPointController {

  /**
   * {@code time}: at which passing it happens, 1 for the next; 0 disarms. {@code ending}: what
   * happens, the end of the process where it is left out.
   */
  record CrashPointRequest(CrashPoint point, int time, CrashPoint.@Nullable Ending ending) {}

  /** The points at which somebody waits. */
  record HeldView(List<CrashPoint> held) {}

  @PostMapping("/local/crash-point")
  @Operation(summary = "设定崩溃点，仅用于故障试验 / arms a crash point, where faults are tested")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void arm(@RequestBody CrashPointRequest request) {
    var ending = request.ending();
    request.point().arm(request.time(), ending == null ? CrashPoint.Ending.HALT : ending);
  }

  @GetMapping("/local/crash-point")
  @Operation(summary = "停在崩溃点上的 / crash points at which somebody waits")
  HeldView held() {
    return new HeldView(Arrays.stream(CrashPoint.values()).filter(CrashPoint::isHeld).toList());
  }
}
