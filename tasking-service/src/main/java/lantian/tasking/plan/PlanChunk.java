package lantian.tasking.plan;

import java.util.List;

/**
 * Some units of a plan that follow one another.
 *
 * @param firstPosition the plan's duties before the first of these units
 * @param nextUnit the plan's units up to the last of these
 * @param nextPosition the plan's duties up to the last of these units
 */
public record PlanChunk(List<PlanUnit> units, int firstPosition, int nextUnit, int nextPosition) {}
