package lantian.events;

/**
 * Whether a warning is real or an exercise. It stands in every event and every row; where it is
 * missing the record is set aside, never sent.
 */
public enum Mode {
  LIVE,
  DRILL
}
