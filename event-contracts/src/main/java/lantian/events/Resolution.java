package lantian.events;

/** Whether a forecast run gives a value for each hour or for each day. */
public enum Resolution {
  HOURLY,
  DAILY
}
