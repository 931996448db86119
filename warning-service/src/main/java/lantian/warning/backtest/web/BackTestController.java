package lantian.warning.backtest.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import lantian.kit.security.Caller;
import lantian.warning.assessment.Phrases;
import lantian.warning.backtest.BackTesting;
import lantian.warning.backtest.TellingBackTest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/back-tests")
@Tag(name = "back-tests", description = "分级标准回放检验 / what a policy would have done over a season")
class BackTestController {
  private final BackTesting backTesting;
  private final TellingBackTest telling;
  private final BackTestRules rules;

  BackTestController(BackTesting backTesting, TellingBackTest telling, BackTestRules rules) {
    this.backTesting = backTesting;
    this.telling = telling;
    this.rules = rules;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "以往监测逐日回放，与现行标准比较，不保存 / a season by two policies; stores nothing")
  BackTestView ofPoints(@RequestBody BackTestRequest request, Caller caller, Locale locale) {
    return view(rules.read(request, caller), locale);
  }

  @PostMapping(consumes = "text/csv")
  @Operation(summary = "以往监测逐日回放，与现行标准比较，不保存 / a season by two policies; stores nothing")
  BackTestView ofCsv(
      @RequestBody byte[] csv,
      @RequestParam(required = false) @Nullable String policy,
      @RequestParam(required = false) @Nullable String against,
      @RequestParam(required = false) @Nullable String jurisdiction,
      Locale locale) {
    return view(rules.readCsv(csv, policy, against, jurisdiction), locale);
  }

  private BackTestView view(BackTestRules.Wanted wanted, Locale locale) {
    return BackTestView.of(
        backTesting.compare(wanted.season(), wanted.tried(), wanted.against()),
        telling,
        Phrases.in(locale));
  }
}
