package lantian.reporting.report.docx;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lantian.events.WarningLevel;
import lantian.reporting.report.AqiClass;
import lantian.reporting.report.EvaluationReport.Cell;
import lantian.reporting.report.EvaluationReport.Column;
import lantian.reporting.report.EvaluationReport.Row;
import lantian.reporting.report.EvaluationReport.Table;
import lantian.reporting.report.LevelColour;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** Tables with fixed widths worked out from what stands in them, and heads that repeat. */
final class WordTable {
  private static final double SMALL = 9;
  private static final double SMALLEST = 8;
  private static final int MANY_COLUMNS = 5;
  private static final int MOST_COLUMNS = 8;
  private static final int NARROWEST = 7;
  private static final int WIDEST = 27;
  private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]+");
  private static final String LINE = "000000";

  private WordTable() {}

  static void write(WordFlow flow, Table content) {
    List<Column> columns = content.columns();
    XWPFTable table = create(flow, content.rows().size() + 1, widths(content, flow.textWidth()));
    XWPFTableRow head = table.getRow(0);
    head.setRepeatHeader(true);
    for (int i = 0; i < columns.size(); i++) {
      XWPFTableCell cell = head.getCell(i);
      XWPFRun run = fill(flow, cell, columns.get(i).label(), ParagraphAlignment.CENTER);
      run.setBold(true);
      size(run, columns.size());
      keepWithNext(cell);
    }
    for (int r = 0; r < content.rows().size(); r++) {
      Row row = content.rows().get(r);
      XWPFTableRow line = table.getRow(r + 1);
      line.setCantSplitRow(true);
      for (int i = 0; i < columns.size(); i++) {
        Cell cell = row.cells().get(i);
        XWPFRun run = fill(flow, line.getCell(i), cell.text(), alignment(columns.get(i).number()));
        size(run, columns.size());
        colour(line.getCell(i), run, cell.tone());
      }
    }
  }

  private static ParagraphAlignment alignment(boolean number) {
    return number ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT;
  }

  /** The style's own size, unless there are many columns to find room for. */
  private static void size(XWPFRun run, int columns) {
    if (columns >= MANY_COLUMNS) {
      run.setFontSize(columns >= MOST_COLUMNS ? SMALLEST : SMALL);
    }
  }

  /** Pairs of label and text, two pairs to a line. */
  static void pairs(WordFlow flow, List<String[]> pairs) {
    int rows = Math.ceilDiv(pairs.size(), 2);
    int width = flow.textWidth();
    int label = width * 24 / 100;
    int text = width / 2 - label;
    XWPFTable table = create(flow, rows, List.of(label, text, label, text));
    for (int i = 0; i < rows * 2; i++) {
      XWPFTableRow row = table.getRow(i / 2);
      row.setCantSplitRow(true);
      String[] pair = i < pairs.size() ? pairs.get(i) : new String[] {"", ""};
      XWPFTableCell left = row.getCell(i % 2 * 2);
      fill(flow, left, pair[0], ParagraphAlignment.LEFT);
      fill(flow, row.getCell(i % 2 * 2 + 1), pair[1], ParagraphAlignment.LEFT).setBold(true);
      if (i / 2 + 1 < rows) {
        keepWithNext(left);
      }
    }
  }

  /** A short table stays on one page, and a head with its first row. */
  private static void keepWithNext(XWPFTableCell cell) {
    cell.getParagraphs().getFirst().setKeepNext(true);
  }

  private static XWPFTable create(WordFlow flow, int rows, List<Integer> widths) {
    XWPFTable table = flow.table();
    XWPFTableRow first = table.getRow(0);
    while (first.getTableCells().size() < widths.size()) {
      first.addNewTableCell();
    }
    for (int i = 1; i < rows; i++) {
      table.createRow();
    }
    CTTblPr properties =
        table.getCTTbl().getTblPr() == null
            ? table.getCTTbl().addNewTblPr()
            : table.getCTTbl().getTblPr();
    CTTblLayoutType layout =
        properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout();
    layout.setType(STTblLayoutType.FIXED);
    table.setWidth(widths.stream().mapToInt(Integer::intValue).sum());
    table.setTableAlignment(TableRowAlign.CENTER);
    table.setCellMargins(30, 70, 30, 70);
    table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINE);
    table.setInsideVBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINE);
    table.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, 8, 0, LINE);
    table.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 8, 0, LINE);
    table.setLeftBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINE);
    table.setRightBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINE);
    CTTblGrid grid =
        table.getCTTbl().getTblGrid() == null
            ? table.getCTTbl().addNewTblGrid()
            : table.getCTTbl().getTblGrid();
    while (grid.sizeOfGridColArray() > 0) {
      grid.removeGridCol(0);
    }
    for (int width : widths) {
      grid.addNewGridCol().setW(BigInteger.valueOf(width));
    }
    for (XWPFTableRow row : table.getRows()) {
      for (int i = 0; i < widths.size(); i++) {
        row.getCell(i).setWidth(String.valueOf(widths.get(i)));
      }
    }
    return table;
  }

  private static XWPFRun fill(
      WordFlow flow, XWPFTableCell cell, String text, ParagraphAlignment alignment) {
    XWPFParagraph paragraph =
        cell.getParagraphs().isEmpty() ? cell.addParagraph() : cell.getParagraphs().getFirst();
    XWPFRun run = flow.fill(paragraph, text);
    paragraph.setAlignment(alignment);
    cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
    return run;
  }

  private static void colour(XWPFTableCell cell, XWPFRun run, @Nullable String tone) {
    if (tone == null) {
      return;
    }
    if (tone.startsWith("level-")) {
      WarningLevel level = WarningLevel.valueOf(tone.substring("level-".length()));
      if (level != WarningLevel.NONE) {
        edge(cell, LevelColour.of(level).colour());
      }
    } else if (tone.startsWith("aqi-")) {
      int number = Integer.parseInt(tone.substring("aqi-".length()));
      edge(cell, AqiClass.values()[number - 1].colour());
    } else {
      run.setColor("bad".equals(tone) ? "B01020" : "9A5B00");
    }
  }

  private static void edge(XWPFTableCell cell, String colour) {
    CTTcPr properties =
        cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
    CTBorder left =
        (properties.isSetTcBorders() ? properties.getTcBorders() : properties.addNewTcBorders())
            .addNewLeft();
    left.setVal(STBorder.SINGLE);
    left.setSz(BigInteger.valueOf(36));
    left.setColor(colour);
  }

  /** Each column's share of the width grows with the text in it, within bounds. */
  private static List<Integer> widths(Table table, int textWidth) {
    List<Integer> weights = new ArrayList<>();
    int sum = 0;
    for (int i = 0; i < table.columns().size(); i++) {
      String label = table.columns().get(i).label();
      int longest = Math.max(Math.ceilDiv(length(label), 2), longestWord(label));
      for (Row row : table.rows()) {
        longest = Math.max(longest, length(row.cells().get(i).text()));
      }
      int weight = Math.clamp(longest + 2, NARROWEST, WIDEST);
      weights.add(weight);
      sum += weight;
    }
    List<Integer> widths = new ArrayList<>();
    for (int weight : weights) {
      widths.add(textWidth * weight / sum);
    }
    return widths;
  }

  /** Which no line can be shorter than; Chinese may break anywhere. */
  private static int longestWord(String text) {
    return LATIN_WORD.matcher(text).results().mapToInt(w -> w.end() - w.start()).max().orElse(0);
  }

  /** A Chinese character is as wide as two Latin ones. */
  private static int length(String text) {
    return text.lines().mapToInt(l -> l.chars().map(c -> c > 0x2e80 ? 2 : 1).sum()).max().orElse(0);
  }
}
