package lantian.reporting.episode;

/** The units of each warning, as the latest revision that concerns them has left them. */
public interface AskedUnits {

  /** Keeps it, unless a revision that is not older is known. */
  void keep(AskedUnit asked);
}
