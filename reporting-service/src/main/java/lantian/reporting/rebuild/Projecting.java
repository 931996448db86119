package lantian.reporting.rebuild;

/** Projects events by the very readers that took them in. */
public interface Projecting {
  void again(KeptEvent event);
}
