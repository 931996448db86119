package lantian.kit.calendar;

import java.time.LocalDate;

/**
 * The day by which something is due.
 *
 * @param provisional a day on the way was counted without the State Council's calendar, as Monday
 *     to Friday, so that the date may still move
 */
public record DueDate(LocalDate date, boolean provisional) {}
