package lantian.reporting.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import lantian.events.ChangeKind;
import lantian.events.WarningLevel;
import lantian.reporting.report.EvaluationReport.Cell;
import lantian.reporting.report.EvaluationReport.Chart;
import lantian.reporting.report.EvaluationReport.Column;
import lantian.reporting.report.EvaluationReport.Draft;
import lantian.reporting.report.EvaluationReport.Figure;
import lantian.reporting.report.EvaluationReport.More;
import lantian.reporting.report.EvaluationReport.Row;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.EvaluationReport.Table;
import org.jspecify.annotations.Nullable;

/** A section while it is being written; labels come from the words by the section's code. */
public final class Composing {
  private final String code;
  private final int number;
  private final Words words;
  private final List<Figure> figures = new ArrayList<>();
  private final List<Chart> charts = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();

  public Composing(String code, int number, Words words) {
    this.code = code;
    this.number = number;
    this.words = words;
  }

  public Composing figure(String name, @Nullable Number value, String text, List<String> sources) {
    String figure = code + "." + name;
    figures.add(new Figure(figure, words.say(figure), value, text, sources));
    return this;
  }

  public Composing figure(String name, @Nullable Number value, List<String> sources) {
    return figure(name, value, value == null ? words.none() : String.valueOf(value), sources);
  }

  public Composing chart(Chart chart) {
    charts.add(chart);
    return this;
  }

  /** A table whose columns are given as names, numbers with a leading {@code #}. */
  public Composing table(String name, List<String> columns, List<Row> rows) {
    return table(name, columns, rows, null);
  }

  /** A table that leaves something out. */
  public Composing table(String name, List<String> columns, List<Row> rows, @Nullable More more) {
    String table = code + "." + name;
    List<Column> labelled =
        columns.stream()
            .map(
                c -> {
                  String column = c.startsWith("#") ? c.substring(1) : c;
                  return new Column(column, words.say("column." + column), c.startsWith("#"));
                })
            .toList();
    for (Row row : rows) {
      if (row.cells().size() != labelled.size()) {
        throw new IllegalStateException(table + " has a row of another width");
      }
    }
    tables.add(new Table(table, words.say(table), labelled, rows, more));
    return this;
  }

  public Composing dataSay(String text) {
    drafts.add(new Draft(Draft.Kind.DATA_SAY, text));
    return this;
  }

  public Composing notConcluded(String text) {
    drafts.add(new Draft(Draft.Kind.NOT_CONCLUDED, text));
    return this;
  }

  public Composing toComplete(String text) {
    drafts.add(new Draft(Draft.Kind.TO_COMPLETE, text));
    return this;
  }

  public Section done() {
    return new Section(
        code,
        number,
        words.say(code),
        Words.in(Locale.ENGLISH).say(code),
        List.copyOf(figures),
        List.copyOf(charts),
        List.copyOf(tables),
        drafts.stream().sorted(Comparator.comparing(Draft::kind)).toList());
  }

  public static Cell cell(String text) {
    return new Cell(text, null, null);
  }

  public Cell number(@Nullable Number value) {
    return new Cell(value == null ? words.none() : String.valueOf(value), value, null);
  }

  public Cell level(WarningLevel level) {
    return new Cell(words.say(level), null, "level-" + level);
  }

  /** The level of the response (Ⅲ, Ⅱ, Ⅰ) that belongs to the level of the warning. */
  public Cell response(WarningLevel level) {
    return new Cell(words.say("response-level." + level), null, "level-" + level);
  }

  /** A change in words, in the colour of the level it leads to. */
  public Cell change(ChangeKind kind, WarningLevel from, WarningLevel to) {
    return new Cell(
        words.say("change", words.say(kind), words.say(from), words.say(to)), null, "level-" + to);
  }

  /** An index value in the colour of its class. */
  public Cell aqi(@Nullable Integer aqi) {
    return new Cell(
        aqi == null ? words.none() : String.valueOf(aqi),
        aqi,
        aqi == null ? null : "aqi-" + AqiClass.of(aqi).number());
  }
}
