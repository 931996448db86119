package lantian.tasking.fanout;

import lantian.events.Response;
import lantian.events.WarningLevel;

/** What was in force, or on its way to the units, before a level change. */
public record LevelBefore(WarningLevel level, Response response) {}
