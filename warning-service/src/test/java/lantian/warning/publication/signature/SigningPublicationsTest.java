package lantian.warning.publication.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import lantian.warning.SigningKeys;
import lantian.warning.publication.xml.Xml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is signed is what is read; everything else is refused. */
class SigningPublicationsTest {
  private static final String ALERT = "<alert xmlns=\"urn:a\"><info>橙色</info></alert>";

  private final Signing signing = new Signing(SigningKey.parse(SigningKeys.fresh()));

  @Test
  void whatWeSignWeVerify() throws Exception {
    assertThat(signing.verifying().verify(signed(ALERT)).getDocumentElement().getLocalName())
        .isEqualTo("alert");
  }

  @Test
  void rsaDoesAsWell() throws Exception {
    var rsa = new Signing(SigningKey.parse(SigningKeys.pem(SigningKeys.pair("RSA", 3072))));
    var document = Xml.read(ALERT);
    rsa.sign(document);
    assertThat(rsa.verifying().verify(Xml.write(document))).isNotNull();
    assertThat(Xml.write(document)).doesNotContain("&#13;");
  }

  @Test
  void aChangedWordIsRefused() throws Exception {
    assertRefused(signed(ALERT).replace("橙色", "红色"), "does not fit");
  }

  @Test
  void anAddedElementIsRefused() throws Exception {
    assertRefused(signed(ALERT).replaceFirst("<Signature ", "<more/><Signature "), "does not fit");
  }

  @Test
  void anotherKeyIsRefusedThoughTheDocumentBringsIt() throws Exception {
    var document = Xml.read(ALERT);
    Signing.forTrial().sign(document);
    assertRefused(Xml.write(document), "does not fit");
  }

  @Test
  void nothingSignedIsRefused() {
    assertRefused(ALERT, "0 signatures");
  }

  /** The signed alert goes on standing somewhere inside, and another one is read. */
  @Test
  void anAlertWrappedAroundTheSignedOneIsRefused() throws Exception {
    String inside = signed(ALERT).replaceFirst("^<\\?xml.*\\?>\\s*", "");
    assertRefused(
        "<alert xmlns=\"urn:a\"><info>红色</info><note>" + inside + "</note></alert>",
        "not the last element of the root");
    String signature =
        inside.substring(inside.indexOf("<Signature"), inside.lastIndexOf("</alert>"));
    String original = inside.replace(signature, "");
    assertRefused(
        "<alert xmlns=\"urn:a\"><info>红色</info>"
            + signature.replace("</Signature>", "<Object>" + original + "</Object></Signature>")
            + "</alert>",
        "reference");
    assertRefused(
        "<alert xmlns=\"urn:a\"><info>红色</info><note>"
            + original
            + "</note>"
            + signature
            + "</alert>",
        "does not fit");
  }

  /** A reference to a part by its name: what is outside that part is nobody's word. */
  @Test
  void aSignatureOfAPartIsRefused() throws Exception {
    assertRefused(signed(ALERT).replace("URI=\"\"", "URI=\"#part\""), "not the whole document");
  }

  @Test
  void twoSignaturesAreRefused() throws Exception {
    String signed = signed(ALERT);
    String signature =
        signed.substring(signed.indexOf("<Signature"), signed.lastIndexOf("</alert>"));
    assertRefused(signed.replace("</alert>", signature + "</alert>"), "2 signatures");
  }

  @Test
  void aDocumentTypeIsRefused() throws Exception {
    String lol =
        "<!DOCTYPE alert [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    assertRefused(signed(ALERT).replaceFirst("<alert", lol + "<alert"), "DOCTYPE");
    assertRefused(
        signed(ALERT)
            .replaceFirst("<alert", "<!DOCTYPE alert SYSTEM \"file:///etc/passwd\"><alert"),
        "DOCTYPE");
  }

  @Test
  void theKeyComesFromAFileAndNeverFromNowhere(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("cap.pem"), SigningKeys.fresh());
    assertThat(new SigningSettings(null, file.toString()).signingKey(false)).isNotNull();
    assertThat(new SigningSettings("", "").signingKey(true)).isNotNull();
    assertThatThrownBy(() -> new SigningSettings("", null).signingKey(false))
        .hasMessageContaining("LANTIAN_CAP_KEY");
    assertThatThrownBy(
            () -> new SigningSettings(null, folder.resolve("none").toString()).signingKey(false))
        .hasMessageContaining("LANTIAN_CAP_KEY_FILE");
  }

  @Test
  void aKeyThatIsTooShortOrOfTwoPairsIsRefusedWithoutBeingShown() {
    assertThatThrownBy(() -> SigningKey.parse(SigningKeys.pem(SigningKeys.pair("RSA", 2048))))
        .hasMessageContaining("3072");
    assertThatThrownBy(() -> SigningKey.parse(SigningKeys.pem(SigningKeys.pair("EC", 384))))
        .hasMessageContaining("P-256");
    String one = SigningKeys.fresh();
    String other = SigningKeys.fresh();
    String mixed =
        one.substring(0, one.indexOf("-----BEGIN PUBLIC"))
            + other.substring(other.indexOf("-----BEGIN PUBLIC"));
    assertThatThrownBy(() -> SigningKey.parse(mixed)).hasMessageContaining("belong together");
    assertThatThrownBy(() -> SigningKey.parse("no key")).hasMessageNotContaining("no key at");
  }

  private String signed(String alert) throws Exception {
    var document = Xml.read(alert);
    signing.sign(document);
    return Xml.write(document);
  }

  private void assertRefused(String written, String why) {
    assertThatThrownBy(() -> signing.verifying().verify(written))
        .isInstanceOf(Verifying.Unverified.class)
        .hasMessageContaining(why);
  }
}
