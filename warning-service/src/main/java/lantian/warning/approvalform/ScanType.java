package lantian.warning.approvalform;

import java.util.HexFormat;
import java.util.Optional;

/** What a scan may be, by its first bytes, whatever it is said to be. */
public enum ScanType {
  PDF("application/pdf", "pdf", "255044462d"),
  JPEG("image/jpeg", "jpg", "ffd8ff"),
  PNG("image/png", "png", "89504e470d0a1a0a");

  private final String mediaType;
  private final String ending;
  private final byte[] begin;

  ScanType(String mediaType, String ending, String begin) {
    this.mediaType = mediaType;
    this.ending = ending;
    this.begin = HexFormat.of().parseHex(begin);
  }

  public String mediaType() {
    return mediaType;
  }

  /** The ending of a file's name. */
  public String ending() {
    return ending;
  }

  /** Empty: none of them. */
  public static Optional<ScanType> of(byte[] content) {
    for (ScanType type : values()) {
      if (type.begins(content)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  private boolean begins(byte[] content) {
    if (content.length < begin.length) {
      return false;
    }
    for (int i = 0; i < begin.length; i++) {
      if (content[i] != begin[i]) {
        return false;
      }
    }
    return true;
  }
}
