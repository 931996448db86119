package lantian.broken.entangled.persistence;

/** What a controller should not know. */
public class EntangledDuties {}
