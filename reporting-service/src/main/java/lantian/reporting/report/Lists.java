package lantian.reporting.report;

import lantian.events.EventType;

/** Where everything stands that a report only counts. */
public record Lists(ReportId report) {

  public String duties() {
    return address("duties.csv");
  }

  public String messages() {
    return address("deliveries.csv");
  }

  public String events(EventType type) {
    return address("events?type=" + type.wireName());
  }

  private String address(String list) {
    return "/api/v1/reports/" + report.value() + "/" + list;
  }
}
