package lantian.notification.contact;

/** Why an address may not be called. */
public enum TargetObjection {
  /** Not an absolute URL with a host. */
  NOT_A_URL,
  /** Only https; on a local platform http as well, on the same machine. */
  SCHEME,
  /** Names a user, or has a fragment. */
  USER_INFO,
  /** A number that only looks like a host, such as {@code 0177.0.0.1}. */
  HOST,
  /** A port that receivers do not use. */
  PORT,
  /** Not a mail address: {@code name@host.domain}, in plain letters. */
  NOT_AN_ADDRESS,
  /** An address of the inside: loopback, private, link-local, and what is translated to them. */
  ADDRESS
}
