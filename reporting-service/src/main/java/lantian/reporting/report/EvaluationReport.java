package lantian.reporting.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation report (评估报告) of one warning: seven sections in the order of seed 000, row 3. The
 * figures and tables are computed from events, and {@link #sources} names the events that each
 * comes from; the narrative parts are drafts, to be completed and answered for by a person.
 */
public record EvaluationReport(
    UUID id,
    UUID warningId,
    Status status,
    Mode mode,
    String jurisdiction,
    String jurisdictionName,
    String title,
    WarningLevel highestLevel,
    String policy,
    OffsetDateTime publishedAt,
    OffsetDateTime liftedAt,
    LocalDate dueOn,
    boolean dueOnProvisional,
    OffsetDateTime readAt,
    List<Fact> facts,
    List<String> notices,
    List<Figure> summary,
    List<Section> sections,
    List<Source> sources) {

  /** How far the report is on its way; nobody has completed or filed it yet. */
  public enum Status {
    DRAFT
  }

  /** A line of the report's head: label and text. */
  public record Fact(String code, String label, String text) {}

  /** One of the seven headings, with what was computed and what is a draft. */
  public record Section(
      String code,
      int number,
      String heading,
      String headingEn,
      List<Figure> figures,
      List<Chart> charts,
      List<Table> tables,
      List<Draft> drafts) {}

  /**
   * A figure with the sets of events it comes from ({@link Source#ref}).
   *
   * @param value a number, or null where the figure is a time, a name or cannot be given
   */
  public record Figure(
      String code, String label, @Nullable Number value, String text, List<String> sources) {}

  /**
   * @param more what is not in it; null where it stands whole
   */
  public record Table(
      String code, String caption, List<Column> columns, List<Row> rows, @Nullable More more) {
    /** A table that stands whole. */
    public Table(String code, String caption, List<Column> columns, List<Row> rows) {
      this(code, caption, columns, rows, null);
    }
  }

  /**
   * What a table leaves out.
   *
   * @param all units, duties or messages, with those in the table
   * @param href where all of them are listed
   */
  public record More(int all, String text, String href) {}

  public record Column(String code, String label, boolean number) {}

  public record Row(List<Cell> cells, List<String> sources) {}

  /**
   * @param tone how the cell is coloured: {@code level-RED} (warning colours) or {@code aqi-5} (the
   *     colours of the index, clause 4.4 of HJ 633), which are two palettes
   */
  public record Cell(String text, @Nullable Number value, @Nullable String tone) {}

  /** A narrative part that a person has to complete. */
  public record Draft(Kind kind, String text) {
    /** What the data say, what cannot be concluded from them, what a person has to add. */
    public enum Kind {
      DATA_SAY,
      NOT_CONCLUDED,
      TO_COMPLETE
    }
  }

  /** A chart of the air over the episode. */
  public sealed interface Chart permits DailyChart, HourlyChart {
    String code();

    String caption();
  }

  /** Daily AQI with the highest level in force on each day. */
  public record DailyChart(
      String code, String caption, List<Integer> thresholds, List<Day> days, List<String> sources)
      implements Chart {
    public record Day(LocalDate date, @Nullable Integer aqi, WarningLevel level) {}
  }

  /** Hourly AQI and rolling daily AQI, with the levels of the response. */
  public record HourlyChart(
      String code, String caption, List<Integer> thresholds, List<Hour> hours, List<String> sources)
      implements Chart {
    public record Hour(
        OffsetDateTime at,
        @Nullable Integer aqi,
        @Nullable Integer rollingAqi,
        WarningLevel level) {}
  }

  /**
   * A set of events of one type that figures refer to by {@code ref}.
   *
   * @param events each of them, or none where they are too many to be named
   * @param href where they are then listed; null where they are named
   */
  public record Source(
      String ref, String type, int count, List<UUID> events, @Nullable String href) {}
}
