/** Events on their way out: kept in the transaction of the change, sent to Kafka by one relay. */
@NullMarked
package lantian.kit.outbox;

import org.jspecify.annotations.NullMarked;
