package lantian.warning.series.web.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import lantian.warning.aqi.web.FieldRules;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * The first sheet of an Excel workbook (.xlsx), read as a stream. Nothing in it is evaluated: a
 * cell with a formula is refused, for what Excel once computed in it may be of another day, or of
 * another file, or of nobody.
 */
public final class ExcelSheet {
  public static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Some hundred times what a template full of numbers takes. */
  private static final int MOST_UNPACKED = 16 << 20;

  private static final int MOST_PARTS = 200;

  private ExcelSheet() {}

  /** The table; without rows where the field rules hold why. */
  public static Sheet read(byte[] file, int mostRows, FieldRules fields) {
    try {
      if (unpacksTooFar(file)) {
        fields.wrong("", "excel-too-large", MOST_UNPACKED >> 20);
        return new Sheet(List.of());
      }
      return read(file, mostRows);
    } catch (TooManyRows e) {
      fields.wrong("", "sheet-rows", mostRows);
    } catch (IOException
        | OpenXML4JException
        | SAXException
        | ParserConfigurationException
        | POIXMLException
        | RecordFormatException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException e) {
      // Whatever is wrong with it: it is no workbook, and that is what its sender can mend.
      fields.wrong("", "excel-unreadable");
    }
    return new Sheet(List.of());
  }

  private static Sheet read(byte[] file, int mostRows)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    try (OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(file))) {
      XSSFReader parts = new XSSFReader(workbook);
      var origin = new DateOrigin();
      try (InputStream whole = parts.getWorkbookData()) {
        parse(whole, origin);
      }
      var cells =
          new CellReader(
              new ReadOnlySharedStringsTable(workbook),
              parts.getStylesTable(),
              origin.is1904(),
              mostRows);
      var sheets = parts.getSheetsData();
      if (sheets.hasNext()) {
        try (InputStream first = sheets.next()) {
          parse(first, cells);
        }
      }
      return new Sheet(cells.rows());
    }
  }

  private static void parse(InputStream part, ContentHandler into)
      throws IOException, SAXException, ParserConfigurationException {
    // POI's own reader: no document types, no entities, nothing from outside.
    XMLReader xml = XMLHelper.newXMLReader();
    xml.setContentHandler(into);
    xml.parse(new InputSource(part));
  }

  /** Before anything is kept of it: a small file may unpack to gigabytes. */
  private static boolean unpacksTooFar(byte[] file) throws IOException {
    long unpacked = 0;
    int parts = 0;
    byte[] buffer = new byte[8192];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        if (++parts > MOST_PARTS) {
          return true;
        }
        for (int some = zip.read(buffer); some >= 0; some = zip.read(buffer)) {
          unpacked += some;
          if (unpacked > MOST_UNPACKED) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** More rows than are taken. */
  static final class TooManyRows extends SAXException {
    private static final long serialVersionUID = 1L;
  }
}
