package lantian.reporting.episode;

/**
 * How many duties stand how.
 *
 * @param completedLate of the completed, after they were due
 * @param overdue ever, whether or not done later
 * @param replaced taken over by a stricter or an easier duty of the next level, without having been
 *     done
 * @param open still to be done
 */
public record DutyCounts(
    int assigned,
    int accepted,
    int completed,
    int completedLate,
    int overdue,
    int withdrawn,
    int replaced,
    int open) {

  public DutyCounts plus(DutyCounts other) {
    return new DutyCounts(
        assigned + other.assigned,
        accepted + other.accepted,
        completed + other.completed,
        completedLate + other.completedLate,
        overdue + other.overdue,
        withdrawn + other.withdrawn,
        replaced + other.replaced,
        open + other.open);
  }
}
