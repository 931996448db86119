package lantian.warning.consultation;

/** Whether somebody would make the change that is proposed. */
public enum Stance {
  FOR,
  AGAINST
}
