package lantian.warning.series.web.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as it stood in a file, its blank rows left out. */
public record Sheet(List<Row> rows) {
  public Sheet {
    rows = List.copyOf(rows);
  }

  /** The number of the last row; 0 where there is none. */
  public int lastNumber() {
    return rows.isEmpty() ? 0 : rows.getLast().number();
  }

  /** A row with the number that a person sees beside it; the first one is 1. */
  public record Row(int number, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** The cell in that column; blank where the row ends before it. */
    public Cell cell(int column) {
      return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }

    boolean isBlank() {
      return cells.stream().allMatch(Cell::isBlank);
    }
  }

  /**
   * What a cell says, without the blanks around it.
   *
   * @param objection the code of why it cannot be read, whatever stands in it; null: nothing
   */
  public record Cell(String text, @Nullable String objection) {
    static final Cell BLANK = new Cell("", null);

    static Cell of(String text) {
      return new Cell(text.strip(), null);
    }

    static Cell refused(String objection) {
      return new Cell("", objection);
    }

    boolean isBlank() {
      return text.isEmpty() && objection == null;
    }
  }
}
