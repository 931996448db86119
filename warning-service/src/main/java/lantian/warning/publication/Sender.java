package lantian.warning.publication;

import lantian.events.Text;

/**
 * The body in whose name messages go out.
 *
 * @param id unique in the world, without blanks, commas, {@code <} and {@code &} (CAP 1.2, 3.2.1)
 * @param organisation fourteen digits: place, body, unit and extension (GB/T 35965.1)
 */
public record Sender(String id, String organisation, Text name) {
  public Sender {
    if (!id.matches("[^\\s,<&]+")) {
      throw new IllegalArgumentException("not a sender: " + id);
    }
    if (!organisation.matches("\\d{14}")) {
      throw new IllegalArgumentException("not an organisation: " + organisation);
    }
  }
}
