package lantian.warning.aqi;

/**
 * What a concentration is the mean of: one hour (实时报), or a day with the 8-hour ozone maximum (日报).
 */
public enum AqiKind {
  REALTIME,
  DAILY
}
