package lantian.reporting.report.docx;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.config.ConfigureBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * A template that was found in order.
 *
 * @param name the file, for people
 */
record WordTemplate(String name, byte[] content) {
  private static final Configure CONFIGURE = configure();

  private static Configure configure() {
    ConfigureBuilder builder =
        Configure.builder().useDefaultEL(true).setValidErrorHandler(new Configure.AbortHandler());
    WritingPassages passages = new WritingPassages();
    Placeholders.PASSAGES.forEach(name -> builder.bind(name, passages));
    Placeholders.PASSAGES_OF_A_SECTION.forEach(name -> builder.bind(name, passages));
    return builder.build();
  }

  XWPFTemplate open() {
    return XWPFTemplate.compile(new ByteArrayInputStream(content), CONFIGURE);
  }

  byte[] fill(Map<String, Object> values, Consumer<XWPFDocument> finishing) {
    try (XWPFTemplate filled = open().render(values);
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      finishing.accept(filled.getXWPFDocument());
      filled.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
