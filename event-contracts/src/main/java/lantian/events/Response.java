package lantian.events;

/** The kind of emergency response (应急响应) that follows from the cause. */
public enum Response {
  /** Measures by the colour of the level. */
  COLOURED,
  /** Health advice, and daily supervision of VOC and NOx sources (ozone). */
  HEALTH_NOTICE_AND_SUPERVISION,
  /** Health advice only (dust, wildfire, pollution from across the border). */
  HEALTH_NOTICE
}
