package lantian.tasking.response;

/**
 * A response that lacks daily duties of a date.
 *
 * @param afterUnit the units up to this one, by code, have them; empty where none has
 */
public record NewDay(RunningResponse response, String afterUnit) {}
