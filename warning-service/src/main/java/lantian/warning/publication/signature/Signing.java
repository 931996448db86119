package lantian.warning.publication.signature;

import java.security.GeneralSecurityException;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * Signs a document as a whole, the signature being the last element of its root (XML Signature,
 * enveloped; exclusive canonical XML; SHA-256). Who cannot check it may pass over it (CAP 1.2,
 * 3.3.4.1).
 */
public final class Signing {
  static final String ECDSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
  static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

  private final SigningKey key;

  Signing(SigningKey key) {
    this.key = key;
  }

  /** Signed with a key of its own, which is gone with it: for previews and tests. */
  public static Signing forTrial() {
    return new Signing(SigningKey.fresh());
  }

  public void sign(Document document) {
    try {
      var factory = XMLSignatureFactory.getInstance("DOM");
      var reference =
          factory.newReference(
              "",
              factory.newDigestMethod(DigestMethod.SHA256, null),
              List.of(
                  factory.newTransform(
                      Transform.ENVELOPED, (@Nullable TransformParameterSpec) null),
                  factory.newTransform(
                      CanonicalizationMethod.EXCLUSIVE, (@Nullable TransformParameterSpec) null)),
              null,
              null);
      var signed =
          factory.newSignedInfo(
              factory.newCanonicalizationMethod(
                  CanonicalizationMethod.EXCLUSIVE, (@Nullable C14NMethodParameterSpec) null),
              factory.newSignatureMethod(key.isRsa() ? RSA_SHA256 : ECDSA_SHA256, null),
              List.of(reference));
      var keys = factory.getKeyInfoFactory();
      var info = keys.newKeyInfo(List.of(keys.newKeyName(key.id()), keys.newKeyValue(key.open())));
      factory
          .newXMLSignature(signed, info)
          .sign(new DOMSignContext(key.secret(), document.getDocumentElement()));
      takeOutLineEnds(document);
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException("not signed", e);
    }
  }

  /** In Base64 the JDK ends lines as in mails, which XML shows as references to characters. */
  private static void takeOutLineEnds(Document document) {
    for (String name : List.of("SignatureValue", "PublicKey", "Modulus")) {
      var elements = document.getElementsByTagNameNS("*", name);
      for (int i = 0; i < elements.getLength(); i++) {
        var element = elements.item(i);
        element.setTextContent(element.getTextContent().replaceAll("\\s", ""));
      }
    }
  }

  /** Checks what this key has signed. */
  public Verifying verifying() {
    return new Verifying(key.open());
  }
}
