package lantian.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import lantian.local.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir private Path folder;

  @Test
  void oneFolderBelongsToOnePlatformAtATime() throws IOException {
    var data = new DataFolder(folder);

    try (var claim = data.claim()) {
      assertThat(claim.isValid()).isTrue();
      assertThatThrownBy(data::claim)
          .isInstanceOf(Refused.class)
          .hasMessageContaining("正被另一个平台使用")
          .hasMessageContaining("in use by another platform");
    }
    try (var again = data.claim()) {
      assertThat(again.isValid()).isTrue();
    }
  }

  @Test
  void aFileInThePlaceOfTheFolderIsSaidSo() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> new DataFolder(file).claim())
        .isInstanceOf(Refused.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aSecretIsMadeOnceAndReadByItsOwnerOnly() throws IOException {
    var data = new DataFolder(folder);
    var secret = data.secret("postgres");

    assertThat(secret).matches("[0-9a-f]{64}").isEqualTo(data.secret("postgres"));
    assertThat(secret).isNotEqualTo(data.secret("db-warning"));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.secretFile("postgres"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aKeyThatSignsIsMadeOnceAndReadByItsOwnerOnly() throws IOException {
    var data = new DataFolder(folder);
    var file = data.keyFile("cap.pem");
    var key = Files.readString(file);

    assertThat(key).contains("BEGIN PRIVATE KEY", "BEGIN PUBLIC KEY");
    assertThat(Files.readString(data.keyFile("cap.pem"))).isEqualTo(key);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
