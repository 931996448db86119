package lantian.warning.publication.file;

import java.text.MessageFormat;
import java.util.Locale;
import lantian.events.Text;
import lantian.warning.datafile.DataFile;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.publication.Sender;
import lantian.warning.publication.Senders;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Senders by the pattern of {@code publication/senders.yaml}, or of the settings. */
@Component
final class SenderFile implements Senders {
  private final Pattern pattern = DataFile.read("publication/senders.yaml", Pattern.class);
  private final String id;

  SenderFile(@Value("${lantian.warning.sender:}") @Nullable String id) {
    this.id = id == null || id.isBlank() ? pattern.sender() : id;
  }

  @Override
  public Sender of(Jurisdiction place) {
    return new Sender(
        filled(id, place.authorityCode()),
        place.authorityCode()
            + pattern.organisation().body()
            + pattern.organisation().unit()
            + pattern.organisation().extension(),
        new Text(
            filled(pattern.name().zh(), place.authorityName()),
            filled(pattern.name().en(), place.authorityNameEn())));
  }

  private static String filled(String pattern, String value) {
    return new MessageFormat(pattern, Locale.ROOT).format(new Object[] {value});
  }

  record Pattern(String sender, Text name, Organisation organisation) {}

  record Organisation(String body, String unit, String extension) {}
}
