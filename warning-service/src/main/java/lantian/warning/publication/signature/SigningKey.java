package lantian.warning.publication.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The key that signs what goes out: ECDSA on P-256, or RSA of 3,072 bits or more, as PEM: a {@code
 * PRIVATE KEY} (PKCS#8) and the {@code PUBLIC KEY} that belongs to it. No message holds what was
 * given.
 */
record SigningKey(PrivateKey secret, PublicKey open) {
  private static final int SHORTEST_RSA = 3072;
  private static final int P_256 = 256;
  private static final int SHOWN_BYTES = 8;

  static SigningKey parse(String pem) {
    try {
      byte[] secret = block(pem, "PRIVATE KEY");
      PublicKey open = open(block(pem, "PUBLIC KEY"));
      var key =
          new SigningKey(
              KeyFactory.getInstance(open.getAlgorithm())
                  .generatePrivate(new PKCS8EncodedKeySpec(secret)),
              open);
      key.requireThatTheyBelongTogether();
      return key;
    } catch (GeneralSecurityException _) {
      throw new IllegalStateException("the key that signs publications cannot be read");
    }
  }

  /** For this process alone. */
  static SigningKey fresh() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      return new SigningKey(pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Names the key in what it signs: the begin of the SHA-256 of its public half. */
  String id() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(open.getEncoded());
      return HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The signature algorithm of the JDK. */
  private String algorithm() {
    return open instanceof RSAPublicKey ? "SHA256withRSA" : "SHA256withECDSA";
  }

  boolean isRsa() {
    return open instanceof RSAPublicKey;
  }

  @Override
  public String toString() {
    return "SigningKey[" + id() + "]";
  }

  static PublicKey open(byte[] encoded) throws GeneralSecurityException {
    var spec = new X509EncodedKeySpec(encoded);
    try {
      var key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
      if (key.getParams().getOrder().bitLength() != P_256) {
        throw new IllegalStateException("the key that signs publications is not of P-256");
      }
      return key;
    } catch (GeneralSecurityException _) {
      var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
      if (key.getModulus().bitLength() < SHORTEST_RSA) {
        throw new IllegalStateException("the key that signs publications has fewer than 3072 bits");
      }
      return key;
    }
  }

  private void requireThatTheyBelongTogether() throws GeneralSecurityException {
    byte[] trial = {1};
    var signing = Signature.getInstance(algorithm());
    signing.initSign(secret);
    signing.update(trial);
    byte[] signature = signing.sign();
    var verifying = Signature.getInstance(algorithm());
    verifying.initVerify(open);
    verifying.update(trial);
    if (!verifying.verify(signature)) {
      throw new IllegalStateException(
          "the two halves of the key that signs do not belong together");
    }
  }

  static byte[] block(String pem, String name) {
    var found =
        Pattern.compile(
                "-----BEGIN " + name + "-----([A-Za-z0-9+/=\\s]+)-----END " + name + "-----")
            .matcher(pem);
    if (!found.find()) {
      throw new IllegalStateException(
          "the key that signs publications has no " + name + " (PEM): see docs/security.md");
    }
    try {
      return Base64.getMimeDecoder().decode(found.group(1));
    } catch (IllegalArgumentException _) {
      throw new IllegalStateException("the " + name + " that signs publications is not Base64");
    }
  }
}
