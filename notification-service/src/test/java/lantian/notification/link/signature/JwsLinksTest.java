package lantian.notification.link.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lantian.notification.Messages;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.DeliveryState;
import lantian.notification.link.AnswerLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwsLinksTest {
  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String OLDER = "YWJjZGVmZ2hpamFiY2RlZmdoaWphYmNkZWZnaGlqYWI=";

  private final Delivery delivery = Messages.delivery(DeliveryState.PENDING);
  private final JwsLinks links = links(KEY);
  private final String token = tokenOf(links);

  private static JwsLinks links(String keys) {
    return new JwsLinks(
        LinkKeys.parse(keys), Duration.ofHours(72), URI.create("https://example.org/n"));
  }

  private String tokenOf(JwsLinks by) {
    var path = by.of(delivery).toString();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private String forged(JWSHeader header, JWTClaimsSet claims, byte[] key) throws Exception {
    var jws = new SignedJWT(header, claims);
    jws.sign(new MACSigner(key));
    return jws.serialize();
  }

  private JWTClaimsSet claims() throws Exception {
    return SignedJWT.parse(token).getJWTClaimsSet();
  }

  @Test
  void aLinkSaysWhoAnswersWhatAndUntilWhen() {
    assertThat(links.of(delivery).toString()).startsWith("https://example.org/n/a/");
    assertThat(links.read(token))
        .contains(
            new AnswerLink(
                delivery.id(),
                java.util.Objects.requireNonNull(delivery.addressee()).contact(),
                Instant.parse("2016-12-12T08:04:00Z")));
  }

  @Test
  void everyAttemptCarriesTheSameLink() {
    assertThat(links.of(delivery)).isEqualTo(links(KEY).of(delivery));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void oneCharacterChangedAnywhereAndItIsNoLink(int part) {
    var parts = token.split("\\.");
    for (int i = 0; i < parts[part].length(); i++) {
      var tampered = parts.clone();
      char was = parts[part].charAt(i);
      for (char now : new char[] {'A', 'B', 'g', '_'}) {
        if (now != was) {
          tampered[part] = parts[part].substring(0, i) + now + parts[part].substring(i + 1);
          assertThat(links.read(String.join(".", tampered))).as("%d/%d", part, i).isEmpty();
        }
      }
    }
  }

  @Test
  void theSameSignatureWrittenAnotherWayIsNone() {
    // 32 bytes leave two bits of the last character unused.
    var last = token.charAt(token.length() - 1);
    var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    var other = alphabet.charAt(alphabet.indexOf(last) ^ 1);
    var written = token.substring(0, token.length() - 1) + other;

    assertThat(new Base64URL(written.substring(written.lastIndexOf('.') + 1)).decode())
        .isEqualTo(new Base64URL(token.substring(token.lastIndexOf('.') + 1)).decode());
    assertThat(links.read(written)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "e30.e30.", "用.户.名", "null"})
  void whatIsNoTokenIsNoLink(String nothing) {
    assertThat(links.read(nothing)).isEmpty();
  }

  @Test
  void aTokenThatIsTooLongIsNotEvenRead() {
    assertThat(links.read(token + "A".repeat(1_000))).isEmpty();
  }

  @Test
  void anotherKeyIsNotOurs() throws Exception {
    assertThat(links.read(tokenOf(links(OLDER)))).isEmpty();
    // Nor another key under the name of ours.
    var header = SignedJWT.parse(token).getHeader();
    assertThat(links.read(forged(header, claims(), new byte[32]))).isEmpty();
  }

  @Test
  void noSignatureIsNotASignature() throws Exception {
    assertThat(links.read(new PlainJWT(claims()).serialize())).isEmpty();
    var none = Base64URL.encode("{\"alg\":\"none\",\"kid\":\"" + kid() + "\"}");
    var payload = token.split("\\.")[1];
    assertThat(links.read(none + "." + payload + ".")).isEmpty();
    assertThat(links.read(none + "." + payload + "." + token.split("\\.")[2])).isEmpty();
  }

  @Test
  void noOtherAlgorithmIsTakenEvenWithTheKey() throws Exception {
    var long64 = java.util.Base64.getEncoder().encodeToString(new byte[64]);
    var ours = links(long64);
    var kid = LinkKeys.parse(long64).newest().getKeyID();
    var hs512 = new JWSHeader.Builder(JWSAlgorithm.HS512).keyID(kid).build();
    var hs256 = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid).build();

    assertThat(ours.read(forged(hs512, claims(), new byte[64]))).isEmpty();
    assertThat(ours.read(forged(hs256, claims(), new byte[64]))).isPresent();
  }

  @Test
  void aTokenForSomethingElseIsNoLink() throws Exception {
    var header = SignedJWT.parse(token).getHeader();
    var key = java.util.Base64.getDecoder().decode(KEY);
    var whole = claims();

    assertThat(links.read(forged(header, whole, key))).isPresent();
    for (var lacking : List.of("sub", "contact", "aud", "exp")) {
      var claims = new JWTClaimsSet.Builder(whole).claim(lacking, null).build();
      assertThat(links.read(forged(header, claims, key))).as(lacking).isEmpty();
    }
    var other = new JWTClaimsSet.Builder(whole).audience("complete").build();
    assertThat(links.read(forged(header, other, key))).isEmpty();
  }

  @Test
  void aNewKeySignsAndTheOldStillHolds() {
    var old = tokenOf(links(OLDER));
    var rotated = links(KEY + "\n" + OLDER + "\n");

    assertThat(rotated.read(old)).isPresent();
    assertThat(tokenOf(rotated)).isEqualTo(token);
    assertThat(links(KEY).read(old)).isEmpty();
  }

  @Test
  void outsideTheLocalProfileThereIsNoStartWithoutAKey(@TempDir Path folder) throws Exception {
    var none = new LinkSettings(Duration.ofHours(1), "", null);
    var file = Files.writeString(folder.resolve("link"), KEY + "\n");
    var inFile = new LinkSettings(Duration.ofHours(1), " ", file.toString());

    assertThatThrownBy(() -> LinkKeys.of(none, false)).hasMessageContaining("LANTIAN_LINK_KEY");
    assertThat(LinkKeys.of(inFile, false).newest()).isEqualTo(LinkKeys.parse(KEY).newest());
    assertThat(LinkKeys.of(none, true).newest().size()).isEqualTo(256);
    assertThatThrownBy(
            () -> LinkKeys.of(new LinkSettings(Duration.ofHours(1), null, folder + "/none"), true))
        .hasMessageContaining("LANTIAN_LINK_KEY_FILE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "dG9vIHNob3J0", "not base64 at all, though long enough, is it?"})
  void aKeyThatIsNoneIsRefusedWithoutBeingNamed(String key) {
    assertThatThrownBy(() -> LinkKeys.parse(key))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining(key);
  }

  @Test
  void aLinkThatHoldsForNoTimeIsNoSetting() {
    assertThatThrownBy(() -> new LinkSettings(Duration.ZERO, KEY, null))
        .hasMessageContaining("valid-for");
    assertThat(new LinkSettings(Duration.ofHours(1), KEY, null).toString()).doesNotContain(KEY);
  }

  private String kid() throws Exception {
    return SignedJWT.parse(token).getHeader().getKeyID();
  }
}
