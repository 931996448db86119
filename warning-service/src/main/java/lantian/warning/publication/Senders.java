package lantian.warning.publication;

import lantian.warning.jurisdiction.Jurisdiction;

/** Who speaks for a place: the body of the government that decides for it. */
public interface Senders {
  Sender of(Jurisdiction place);
}
