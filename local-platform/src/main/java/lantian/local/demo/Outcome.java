package lantian.local.demo;

import java.util.List;

/** What a demo ends with; the one object that {@code demo --json} prints. */
record Outcome(Span episode, String policy, double seconds, List<OfPlace> jurisdictions) {

  /** The first and the last date of the episode. */
  record Span(String from, String to) {}

  /** What happened in one jurisdiction. */
  record OfPlace(
      String code,
      String name,
      List<Day> days,
      List<Change> changes,
      int warnings,
      int levelChanges,
      int units,
      Duties duties,
      Deliveries deliveries,
      List<Report> reports) {}

  /** The highest level that was published and not lifted at any moment of that local date. */
  record Day(String date, String level) {}

  /** A publication; a lift is a change to NONE. */
  record Change(String at, String from, String to) {}

  /** A daily duty counts once for each date it is due; {@code overdue}: ever. */
  record Duties(int assigned, int completed, int overdue) {}

  /** {@code sent} includes what was acknowledged later. */
  record Deliveries(int sent, int acknowledged, int failed) {}

  /** An evaluation report, as files. */
  record Report(
      String warningId, String liftedAt, String dueOn, String json, String html, String docx) {}
}
