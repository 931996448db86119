package lantian.bench.figure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something of ours that was measured, and what it is held against.
 *
 * @param goal what is aimed at for the value itself
 * @param against limits and peers, measured in the same run
 */
public record Figure(
    String what, Sample sample, Unit unit, @Nullable Goal goal, List<Against> against) {

  /**
   * A limit or a peer.
   *
   * @param sample absent where it could not be measured; then {@code what} says why
   * @param goal what is aimed at for ours, divided by this
   */
  public record Against(String what, @Nullable Sample sample, @Nullable Goal goal) {}

  public Figure {
    against = List.copyOf(against);
  }

  public static Figure of(String what, Sample sample, Unit unit) {
    return new Figure(what, sample, unit, null, List.of());
  }

  public Figure aimingAt(Goal aim) {
    return new Figure(what, sample, unit, aim, against);
  }

  public Figure against(String peer, Sample measured) {
    return with(new Against(peer, measured, null));
  }

  public Figure against(String peer, Sample measured, Goal ratio) {
    return with(new Against(peer, measured, ratio));
  }

  /** A peer that is not there to be measured; the goal stands all the same. */
  public Figure againstNothing(String why, @Nullable Goal ratio) {
    return with(new Against(why, null, ratio));
  }

  private Figure with(Against other) {
    var all = new ArrayList<>(against);
    all.add(other);
    return new Figure(what, sample, unit, goal, all);
  }
}
