package lantian.warning.series.web.sheet;

import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** From which year a workbook counts its days: Excel on a Mac long did from 1904. */
final class DateOrigin extends DefaultHandler {
  private boolean from1904;

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes) {
    if (name.equals("workbookPr")) {
      String given = attributes.getValue("date1904");
      from1904 = "1".equals(given) || "true".equals(given);
    }
  }

  boolean is1904() {
    return from1904;
  }
}
