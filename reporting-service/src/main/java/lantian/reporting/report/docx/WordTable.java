package lantian.reporting.report.docx;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import lantian.events.WarningLevel;
import lantian.reporting.report.AqiClass;
import lantian.reporting.report.EvaluationReport.Cell;
import lantian.reporting.report.EvaluationReport.Column;
import lantian.reporting.report.EvaluationReport.Row;
import lantian.reporting.report.EvaluationReport.Table;
import lantian.reporting.report.LevelColour;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
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
  private static final double SIZE = 9;
  private static final double SMALL = 8;
  private static final int MANY_COLUMNS = 8;
  private static final int NARROWEST = 7;
  private static final int WIDEST = 27;
  private static final String LINE = "A6A6A6";
  private static final String WASH = "F2F2F2";

  private WordTable() {}

  static void write(XWPFDocument document, Table content) {
    List<Column> columns = content.columns();
    double size = columns.size() >= MANY_COLUMNS ? SMALL : SIZE;
    XWPFTable table = create(document, content.rows().size() + 1, widths(content));
    XWPFTableRow head = table.getRow(0);
    head.setRepeatHeader(true);
    for (int i = 0; i < columns.size(); i++) {
      XWPFTableCell cell = head.getCell(i);
      cell.setColor(WASH);
      fill(cell, columns.get(i).label(), size, columns.get(i).number()).setBold(true);
    }
    for (int r = 0; r < content.rows().size(); r++) {
      Row row = content.rows().get(r);
      XWPFTableRow line = table.getRow(r + 1);
      line.setCantSplitRow(true);
      for (int i = 0; i < columns.size(); i++) {
        Cell cell = row.cells().get(i);
        XWPFRun run = fill(line.getCell(i), cell.text(), size, columns.get(i).number());
        colour(line.getCell(i), run, cell.tone());
      }
    }
  }

  /** Pairs of label and text, two pairs to a line. */
  static void pairs(XWPFDocument document, List<String[]> pairs) {
    int rows = Math.ceilDiv(pairs.size(), 2);
    XWPFTable table =
        create(
            document,
            rows,
            List.of(
                WordPage.TEXT_WIDTH * 26 / 100,
                WordPage.TEXT_WIDTH * 24 / 100,
                WordPage.TEXT_WIDTH * 26 / 100,
                WordPage.TEXT_WIDTH * 24 / 100));
    for (int i = 0; i < rows * 2; i++) {
      XWPFTableRow row = table.getRow(i / 2);
      row.setCantSplitRow(true);
      String[] pair = i < pairs.size() ? pairs.get(i) : new String[] {"", ""};
      XWPFTableCell label = row.getCell(i % 2 * 2);
      label.setColor(WASH);
      fill(label, pair[0], SIZE, false);
      fill(row.getCell(i % 2 * 2 + 1), pair[1], SIZE + 1, false).setBold(true);
    }
  }

  private static XWPFTable create(XWPFDocument document, int rows, List<Integer> widths) {
    XWPFTable table = document.createTable(rows, widths.size());
    CTTblPr properties = table.getCTTbl().getTblPr();
    CTTblLayoutType layout =
        properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout();
    layout.setType(STTblLayoutType.FIXED);
    table.setWidth(WordPage.TEXT_WIDTH);
    table.setCellMargins(30, 70, 30, 70);
    table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINE);
    table.setInsideVBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINE);
    table.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, 8, 0, "404040");
    table.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 8, 0, "404040");
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

  private static XWPFRun fill(XWPFTableCell cell, String text, double size, boolean number) {
    XWPFParagraph paragraph = cell.getParagraphs().getFirst();
    paragraph.setAlignment(number ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
    paragraph.setSpacingAfter(0);
    cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
    return WordPage.run(paragraph, text, WordPage.TABLE, size);
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
  static List<Integer> widths(Table table) {
    List<Integer> weights = new ArrayList<>();
    int sum = 0;
    for (int i = 0; i < table.columns().size(); i++) {
      int longest = Math.ceilDiv(length(table.columns().get(i).label()), 2);
      for (Row row : table.rows()) {
        longest = Math.max(longest, length(row.cells().get(i).text()));
      }
      int weight = Math.clamp(longest + 2, NARROWEST, WIDEST);
      weights.add(weight);
      sum += weight;
    }
    List<Integer> widths = new ArrayList<>();
    for (int weight : weights) {
      widths.add(WordPage.TEXT_WIDTH * weight / sum);
    }
    return widths;
  }

  /** A Chinese character is as wide as two Latin ones. */
  private static int length(String text) {
    return text.lines().mapToInt(l -> l.chars().map(c -> c > 0x2e80 ? 2 : 1).sum()).max().orElse(0);
  }
}
