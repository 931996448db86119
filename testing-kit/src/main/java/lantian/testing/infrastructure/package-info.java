/**
 * Where the broker and the database of the scenarios run: in this JVM's machine or in containers.
 */
@org.jspecify.annotations.NullMarked
package lantian.testing.infrastructure;
