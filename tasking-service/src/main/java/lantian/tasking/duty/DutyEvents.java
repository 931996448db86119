package lantian.tasking.duty;

/** Tells the other services what happened to a duty, in the transaction in which it happens. */
public interface DutyEvents {

  void publish(DutyEvent event);

  void publishOverdue(Duty duty);
}
