package lantian.kit.crash;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Arms a crash point of this process, in the profile {@code faults} only. */
@RestController
@Profile("faults")
public final class CrashPointController {

  /** {@code time}: at which passing the process ends, 1 for the next; 0 disarms. */
  record CrashPointRequest(CrashPoint point, int time) {}

  @PostMapping("/local/crash-point")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void arm(@RequestBody CrashPointRequest request) {
    request.point().arm(request.time());
  }
}
