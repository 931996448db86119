package lantian.warning.tracking;

import lantian.events.ChangeKind;

/** What operators count. */
public interface TrackCounts {

  /** A run was judged to another level than the one before it of the same source. */
  void levelChanged(boolean up);

  /** A change that a run asked for waits for other runs. */
  void damped(ChangeKind kind);
}
