package lantian.warning.publication.web;

import lantian.warning.publication.Publication;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where everybody finds what is public: {@code lantian.warning.public-url} and what follows it. */
@Component
final class PublicAddresses {
  private final String base;

  PublicAddresses(@Value("${lantian.warning.public-url}") String base) {
    this.base = base.replaceFirst("/+$", "") + "/public";
  }

  String feed() {
    return base + "/feed.atom";
  }

  String warning(Publication publication) {
    return base + "/warnings/" + publication.warningId();
  }

  /** Of this revision: what is there never changes. */
  String cap(Publication publication) {
    return warning(publication) + "/cap?revision=" + publication.revision();
  }

  String capCn(Publication publication) {
    return warning(publication) + "/cap-cn?revision=" + publication.revision();
  }
}
