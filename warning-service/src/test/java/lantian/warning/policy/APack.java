package lantian.warning.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The text of a pack of Changji's own, taken from the national one, and as it may be changed. */
public final class APack {
  public static final String ID = "changji-2026";

  private final String text;

  private APack(String text) {
    this.text = text;
  }

  /** {@code changji-2026@1}, from 1 December 2025 on, the same as national-2024 otherwise. */
  public static APack ofChangji() {
    var in =
        Objects.requireNonNull(
            APack.class.getResourceAsStream("/policies/national-2024.yaml"), "national-2024");
    try (in) {
      return new APack(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .with("id: national-2024", "id: " + ID)
          .with(
              "effectiveFrom: 2024-01-23",
              "effectiveFrom: 2025-12-01\njurisdictions: [\"652300\"]");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another one, so that no two tests mean the same. */
  public APack named(String id) {
    return with("id: " + ID, "id: " + id);
  }

  public APack version(int version) {
    return with("version: 1", "version: " + version);
  }

  public APack from(String date) {
    return with("effectiveFrom: 2025-12-01", "effectiveFrom: " + date);
  }

  /** Fails where there is nothing to be replaced. */
  public APack with(String before, String after) {
    if (!text.contains(before)) {
      throw new IllegalArgumentException("the pack does not say " + before);
    }
    return new APack(text.replace(before, after));
  }

  /** Yellow at half the AQI: what is no pollution elsewhere. */
  public APack strict() {
    return with("{level: YELLOW, over: 150, hours: 48}", "{level: YELLOW, over: 100, hours: 24}");
  }

  public String yaml() {
    return text;
  }

  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
