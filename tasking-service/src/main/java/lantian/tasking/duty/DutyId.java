package lantian.tasking.duty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names one duty of one unit; a duty that repeats daily has one for each of its dates. */
public record DutyId(UUID value) {
  private static final UUID NAMESPACE = UUID.fromString("7d3f6f0e-5a0a-5b57-9d0a-7a1f0b6c2e41");

  /**
   * The id that follows from what the duty is, as a UUID of version 5 (RFC 9562): whoever derives
   * it again gets the same, so that a level change that is delivered twice makes no second duty.
   *
   * @param revision of the level change that asked for the duty first
   */
  public static DutyId of(
      UUID warning, long revision, String unit, String code, @Nullable LocalDate onDate) {
    var name = warning + "/" + revision + "/" + unit + "/" + code;
    return new DutyId(version5(onDate == null ? name : name + "/" + onDate));
  }

  private static UUID version5(String name) {
    byte[] hash;
    try {
      var sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(NAMESPACE.getMostSignificantBits())
              .putLong(NAMESPACE.getLeastSignificantBits())
              .array());
      hash = sha1.digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    hash[6] = (byte) (hash[6] & 0x0f | 0x50);
    hash[8] = (byte) (hash[8] & 0x3f | 0x80);
    var bytes = ByteBuffer.wrap(hash);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
