package lantian.kit.copy;

import de.bytefish.pgbulkinsert.pgsql.PgBinaryWriter;
import de.bytefish.pgbulkinsert.pgsql.handlers.BooleanValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.ByteArrayValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.CollectionValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.IValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.LocalDateValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.StringValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.UUIDValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.ZonedDateTimeValueHandler;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the binary form of PostgreSQL's COPY: a row is begun, then each of its columns follows in
 * the order of the statement, by the type that the column has.
 */
public final class BinaryRows {
  private static final int TEXT_TYPE = 25;
  private static final IValueHandler<UUID> UUIDS = new UUIDValueHandler();
  private static final IValueHandler<String> TEXTS = new StringValueHandler();
  private static final IValueHandler<List<String>> LISTS =
      new CollectionValueHandler<>(TEXT_TYPE, TEXTS);
  private static final IValueHandler<byte[]> BYTES = new ByteArrayValueHandler();
  private static final IValueHandler<Boolean> BOOLEANS = new BooleanValueHandler();
  private static final IValueHandler<ZonedDateTime> TIMES = new ZonedDateTimeValueHandler();
  private static final IValueHandler<LocalDate> DATES = new LocalDateValueHandler();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
  private final PgBinaryWriter out = new PgBinaryWriter(bytes);
  private final int columns;

  /** Rows of so many columns. */
  public BinaryRows(int columns) {
    this.columns = columns;
  }

  public BinaryRows row() {
    out.startRow(columns);
    return this;
  }

  public BinaryRows uuid(@Nullable UUID value) {
    return write(UUIDS, value);
  }

  public BinaryRows text(@Nullable String value) {
    return write(TEXTS, value);
  }

  public BinaryRows bytea(byte[] value) {
    return write(BYTES, value);
  }

  /** A column of type {@code bigint}. */
  public BinaryRows bigint(long value) {
    out.writeLong(value);
    return this;
  }

  /** A column of type {@code integer}. */
  public BinaryRows integer(int value) {
    out.writeInt(value);
    return this;
  }

  public BinaryRows bool(@Nullable Boolean value) {
    return write(BOOLEANS, value);
  }

  /** A column of type {@code timestamptz}, which knows microseconds. */
  public BinaryRows timestamp(@Nullable Instant value) {
    return write(TIMES, value == null ? null : value.atZone(ZoneOffset.UTC));
  }

  public BinaryRows date(@Nullable LocalDate value) {
    return write(DATES, value);
  }

  /** A column of type {@code text[]}. */
  public BinaryRows texts(List<String> values) {
    return write(LISTS, values);
  }

  /** All of them; nothing can follow. */
  byte[] whole() {
    out.close();
    return bytes.toByteArray();
  }

  private <T> BinaryRows write(IValueHandler<T> type, @Nullable T value) {
    out.write(type, value);
    return this;
  }
}
