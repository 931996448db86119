package lantian.events;

/** What a proposal or a published revision does to the warning in force. */
public enum ChangeKind {
  /** A first warning where none was in force (发布). */
  RAISE,
  /** To a higher level (升级). */
  UPGRADE,
  /** To a lower level that is still a warning (降级). */
  DOWNGRADE,
  /** The end of a warning after it applied (解除). */
  LIFT,
  /** A longer validity at the same level (延长). */
  EXTEND,
  /** The withdrawal of a warning published in error (撤销). */
  CANCEL
}
