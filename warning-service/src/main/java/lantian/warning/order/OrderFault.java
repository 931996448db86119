package lantian.warning.order;

import java.util.List;

/** Why a document is not taken for an order. */
public sealed interface OrderFault {

  /** It is no XML that is read: not well-formed, a document type, too deep. */
  record Unreadable(String why) implements OrderFault {}

  /** Nobody whose orders are taken. */
  record UnknownSender(String sender) implements OrderFault {}

  /** Not signed by whom it names, or not as a whole. */
  record Unverified(String why) implements OrderFault {}

  /**
   * Rules that it breaks.
   *
   * @param places as JSON pointers, with the code of the message {@code error.<code>}
   */
  record Broken(List<Place> places) implements OrderFault {
    public Broken {
      places = List.copyOf(places);
    }
  }

  record Place(String pointer, String code, List<Object> arguments) {
    public Place {
      arguments = List.copyOf(arguments);
    }

    public static Place at(String pointer, String code, Object... arguments) {
      return new Place(pointer, code, List.of(arguments));
    }
  }
}
