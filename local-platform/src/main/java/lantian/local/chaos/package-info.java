/**
 * What faults do to the chain, found out: people who go on working ({@link
 * lantian.local.chaos.People}, {@link lantian.local.chaos.Liaisons}), a receiver that writes down
 * everything it got ({@link lantian.local.chaos.Receiver}), and books that must balance afterwards
 * ({@link lantian.local.chaos.Books}).
 */
@NullMarked
package lantian.local.chaos;

import org.jspecify.annotations.NullMarked;
