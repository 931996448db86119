package lantian.reporting.rebuild;

/**
 * What a rebuild found in one table that was not what the events come to: rows that went, and rows
 * that came. One that was wrong is both.
 */
public record TableChange(String table, long removed, long added) {}
