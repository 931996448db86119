package lantian.warning.publication.signature;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;

/** The public key of somebody else, from PEM: of P-256, or RSA of 3,072 bits or more. */
public final class OpenKey {
  private OpenKey() {}

  /**
   * @param pem a {@code PUBLIC KEY} or a {@code CERTIFICATE}, whose dates are not looked at: a key
   *     holds as long as it is listed
   */
  public static PublicKey parse(String pem) {
    try {
      if (pem.contains("BEGIN CERTIFICATE")) {
        var certificate =
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        return SigningKey.open(certificate.getPublicKey().getEncoded());
      }
      return SigningKey.open(SigningKey.block(pem, "PUBLIC KEY"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that checks signatures cannot be read", e);
    }
  }
}
