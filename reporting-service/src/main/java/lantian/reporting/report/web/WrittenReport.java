package lantian.reporting.report.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import lantian.reporting.report.EvaluationReport;
import org.springframework.boot.jackson.JacksonMixin;

/** What a report leaves out is said where it leaves something out. */
@JacksonMixin({EvaluationReport.Source.class, EvaluationReport.Table.class})
interface WrittenReport {
  @JsonInclude(JsonInclude.Include.NON_NULL)
  Object href();

  @JsonInclude(JsonInclude.Include.NON_NULL)
  Object more();
}
