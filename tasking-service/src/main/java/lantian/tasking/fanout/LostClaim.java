package lantian.tasking.fanout;

/** A claim no longer holds: what was written under it is not to be committed. */
public final class LostClaim extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LostClaim(Claim claim) {
    super(
        "claim "
            + claim.token()
            + " on the fan-out of revision "
            + claim.run().revision()
            + " of warning "
            + claim.run().warning()
            + " no longer holds");
  }
}
