package lantian.events;

/** What the pollution comes from; it decides the kind of response (环大气〔2024〕6号). */
public enum Cause {
  PARTICULATE,
  OZONE,
  DUST,
  WILDFIRE,
  CROSS_BORDER,
  OTHER
}
