package lantian.notification.contact;

import org.jspecify.annotations.Nullable;

/** In which order people are told: the next one when the one before does not answer. */
public enum Rank {
  /** 联络员: told at once, as many as the unit has. */
  LIAISON,
  /** 副职: the deputy in the same unit. */
  DEPUTY,
  /** 值班室: the duty desk of the jurisdiction's headquarters, for all of its units. */
  DUTY_DESK;

  /** Whose turn it is then; null after the last. */
  public @Nullable Rank next() {
    return this == DUTY_DESK ? null : values()[ordinal() + 1];
  }
}
