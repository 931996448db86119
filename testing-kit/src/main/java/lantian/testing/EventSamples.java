package lantian.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import lantian.events.Event;
import lantian.events.EventType;
import lantian.kit.web.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sample of every event, as its contract publishes it. A reader's test takes them in: {@code
 * EventSamples.of(WarningsEvent.class)}; what a reader must refuse is made from one by changing its
 * JSON.
 */
public final class EventSamples {
  private EventSamples() {}

  /** The sample of this type, read as a service would read it. */
  public static Event of(EventType type) {
    return StrictJson.forEvents().readValue(bytes(type), type.record());
  }

  /** The sample of this record. */
  public static <E extends Event> E ofRecord(Class<E> record) {
    return Stream.of(EventType.values())
        .filter(type -> type.record().equals(record))
        .map(type -> record.cast(of(type)))
        .findFirst()
        .orElseThrow();
  }

  /** The samples of one topic's family, such as {@code DutiesEvent}. */
  public static <E extends Event> Stream<E> of(Class<E> family) {
    return Arrays.stream(EventType.values())
        .filter(type -> family.isAssignableFrom(type.record()))
        .map(type -> family.cast(of(type)));
  }

  /** The sample's JSON, to be changed at will. */
  public static ObjectNode json(EventType type) {
    return (ObjectNode) StrictJson.forEvents().readTree(bytes(type));
  }

  /** The sample byte for byte. */
  public static byte[] bytes(EventType type) {
    var resource = "/samples/" + type.wireName() + ".json";
    try (var in = EventType.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
