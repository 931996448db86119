package lantian.kit.copy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the binary form of PostgreSQL's COPY: a row is begun, then each of its columns follows in
 * the order of the statement, by the type that the column has.
 */
public final class BinaryRows {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final LocalDate EPOCH_DAY = LocalDate.parse("2000-01-01");
  private static final int NULL = -1;
  private static final int END = -1;
  private static final int TEXT_TYPE = 25;
  private static final int FIRST_INDEX = 1;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
  private final DataOutputStream out = new DataOutputStream(bytes);
  private final int columns;

  /** Rows of so many columns. */
  public BinaryRows(int columns) {
    this.columns = columns;
    write(
        () -> {
          out.write(SIGNATURE);
          out.writeInt(0);
          out.writeInt(0);
        });
  }

  public BinaryRows row() {
    return write(() -> out.writeShort(columns));
  }

  public BinaryRows uuid(@Nullable UUID value) {
    return value == null
        ? absent()
        : write(
            () -> {
              out.writeInt(Long.BYTES * 2);
              out.writeLong(value.getMostSignificantBits());
              out.writeLong(value.getLeastSignificantBits());
            });
  }

  public BinaryRows text(@Nullable String value) {
    return value == null ? absent() : bytea(value.getBytes(StandardCharsets.UTF_8));
  }

  public BinaryRows bytea(byte[] value) {
    return write(
        () -> {
          out.writeInt(value.length);
          out.write(value);
        });
  }

  /** A column of type {@code bigint}. */
  public BinaryRows bigint(long value) {
    return write(
        () -> {
          out.writeInt(Long.BYTES);
          out.writeLong(value);
        });
  }

  /** A column of type {@code integer}. */
  public BinaryRows integer(int value) {
    return write(
        () -> {
          out.writeInt(Integer.BYTES);
          out.writeInt(value);
        });
  }

  public BinaryRows bool(@Nullable Boolean value) {
    return value == null
        ? absent()
        : write(
            () -> {
              out.writeInt(1);
              out.writeBoolean(value);
            });
  }

  /** A column of type {@code timestamptz}, which knows microseconds. */
  public BinaryRows timestamp(@Nullable Instant value) {
    return value == null ? absent() : bigint(ChronoUnit.MICROS.between(EPOCH, value));
  }

  public BinaryRows date(@Nullable LocalDate value) {
    return value == null
        ? absent()
        : integer(Math.toIntExact(ChronoUnit.DAYS.between(EPOCH_DAY, value)));
  }

  /** A column of type {@code text[]}. */
  public BinaryRows texts(List<String> values) {
    var array = new BinaryArray();
    values.forEach(array::add);
    return bytea(array.bytes(values.size()));
  }

  private BinaryRows absent() {
    return write(() -> out.writeInt(NULL));
  }

  /** All of them; nothing can follow. */
  byte[] whole() {
    write(() -> out.writeShort(END));
    return bytes.toByteArray();
  }

  private BinaryRows write(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // into memory: it does not happen
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  /** An array of one dimension, or of none where it is empty. */
  private static final class BinaryArray {
    private final ByteArrayOutputStream elements = new ByteArrayOutputStream();

    void add(String value) {
      var text = value.getBytes(StandardCharsets.UTF_8);
      elements.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
      elements.writeBytes(text);
    }

    byte[] bytes(int size) {
      var head = ByteBuffer.allocate(Integer.BYTES * (size == 0 ? 3 : 5));
      head.putInt(size == 0 ? 0 : 1).putInt(0).putInt(TEXT_TYPE);
      if (size > 0) {
        head.putInt(size).putInt(FIRST_INDEX);
      }
      var whole = new ByteArrayOutputStream();
      whole.writeBytes(head.array());
      whole.writeBytes(elements.toByteArray());
      return whole.toByteArray();
    }
  }
}
