package lantian.tasking.response;

/** A level changed where there is no plan to say who has to do what. */
public final class NoPlan extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoPlan(LevelChange change) {
    super(
        "no plan for jurisdiction "
            + change.jurisdiction()
            + ": nobody was tasked for revision "
            + change.revision()
            + " of warning "
            + change.warning());
  }
}
