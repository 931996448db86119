/** A real Kafka broker inside this JVM, which keeps its log in a folder. */
@NullMarked
package lantian.local.kafka;

import org.jspecify.annotations.NullMarked;
