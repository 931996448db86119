package lantian.kit.calendar;

/** A calendar file that cannot be trusted; the message names the file and what is wrong in it. */
public final class UnreadableCalendar extends RuntimeException {
  public UnreadableCalendar(String file, String reason) {
    super(file + ": " + reason);
  }
}
