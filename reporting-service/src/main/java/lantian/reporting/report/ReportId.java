package lantian.reporting.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The id of a report, derived from its warning's, so that a lift told twice opens one report. */
public record ReportId(UUID value) {
  private static final UUID NAMESPACE = UUID.fromString("5ab7a3a5-6d0e-5c2b-9a3f-2f5c7c1f6f0e");

  /** A version 5 UUID (RFC 9562, 5.5) of the warning's id in the namespace of reports. */
  public static ReportId of(UUID warningId) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(bytes(NAMESPACE));
      byte[] hash = sha1.digest(warningId.toString().getBytes(StandardCharsets.UTF_8));
      hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
      hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
      ByteBuffer buffer = ByteBuffer.wrap(hash);
      return new ReportId(new UUID(buffer.getLong(), buffer.getLong()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
