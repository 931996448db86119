package lantian.warning.series;

/** Which number of a daily forecast's range is judged. */
public enum DailyValue {
  /** The upper bound: 从严. */
  UPPER,
  /** The mean of the two bounds, rounded up. */
  MEAN
}
