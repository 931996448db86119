package lantian.warning.publication;

/** Hears of everything that the public gate stopped. */
public interface StoppedAtGate {

  void count(Publication publication);
}
