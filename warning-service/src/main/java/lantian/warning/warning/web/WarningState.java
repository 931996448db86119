package lantian.warning.warning.web;

/** Whether a warning still holds. */
enum WarningState {
  IN_FORCE,
  LIFTED
}
