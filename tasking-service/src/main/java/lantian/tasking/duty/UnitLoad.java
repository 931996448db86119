package lantian.tasking.duty;

import java.util.UUID;

/**
 * How much a unit has under a warning.
 *
 * @param overdue of the open ones
 * @param everOverdue whether or not they were done later
 */
public record UnitLoad(
    String unit, UUID warning, long open, long overdue, long completed, long everOverdue) {}
