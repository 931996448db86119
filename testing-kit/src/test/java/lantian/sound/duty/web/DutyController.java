package lantian.sound.duty.web;

import lantian.sound.duty.CheckingDuty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DutyController {
  private final CheckingDuty checking;

  DutyController(CheckingDuty checking) {
    this.checking = checking;
  }

  @GetMapping("/duties/{code}/overdue")
  boolean overdue(@PathVariable String code) {
    return checking.isOverdue(code);
  }
}
