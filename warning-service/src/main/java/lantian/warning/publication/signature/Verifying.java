package lantian.warning.publication.signature;

import java.security.PublicKey;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import lantian.warning.publication.xml.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Checks a signature by a key that is known beforehand, never by one that the document brings. Only
 * the whole document may be signed, by exactly one signature, the last element of its root: what is
 * signed is then what is read, and nothing can be wrapped around it.
 */
public final class Verifying {
  private static final Set<String> ALGORITHMS = Set.of(Signing.ECDSA_SHA256, Signing.RSA_SHA256);

  private final PublicKey key;

  public Verifying(PublicKey key) {
    this.key = key;
  }

  /** Why a document is not taken for one of ours. */
  public static final class Unverified extends Exception {
    private static final long serialVersionUID = 1L;

    Unverified(String why) {
      super(why);
    }

    Unverified(Exception why) {
      super(why.getMessage(), why);
    }
  }

  /**
   * @return the document, every word of which is signed but the signature itself
   */
  public Document verify(String written) throws Unverified {
    try {
      Document document = Xml.read(written);
      Element signature = onlySignature(document);
      var factory = XMLSignatureFactory.getInstance("DOM");
      var context = new DOMValidateContext(key, signature);
      context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.TRUE);
      XMLSignature read = factory.unmarshalXMLSignature(context);
      requireOurForm(read);
      if (!read.validate(context)) {
        throw new Unverified("the signature does not fit the document");
      }
      return document;
    } catch (SAXException | MarshalException | XMLSignatureException e) {
      throw new Unverified(e);
    }
  }

  private static Element onlySignature(Document document) throws Unverified {
    var all = document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
    if (all.getLength() != 1) {
      throw new Unverified(all.getLength() + " signatures, and not one");
    }
    Node last = document.getDocumentElement().getLastChild();
    while (last != null && last.getNodeType() != Node.ELEMENT_NODE) {
      last = last.getPreviousSibling();
    }
    if (last == null || !last.isSameNode(all.item(0))) {
      throw new Unverified("the signature is not the last element of the root");
    }
    return (Element) last;
  }

  private static void requireOurForm(XMLSignature read) throws Unverified {
    var signed = read.getSignedInfo();
    if (!ALGORITHMS.contains(signed.getSignatureMethod().getAlgorithm())
        || !signed
            .getCanonicalizationMethod()
            .getAlgorithm()
            .equals(CanonicalizationMethod.EXCLUSIVE)) {
      throw new Unverified("another algorithm");
    }
    if (signed.getReferences().size() != 1 || !read.getObjects().isEmpty()) {
      throw new Unverified("not one reference to the whole document");
    }
    Reference reference = signed.getReferences().getFirst();
    List<String> transforms =
        reference.getTransforms().stream().map(Transform::getAlgorithm).toList();
    if (!"".equals(reference.getURI())
        || !reference.getDigestMethod().getAlgorithm().equals(DigestMethod.SHA256)
        || !transforms.equals(List.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE))) {
      throw new Unverified("not the whole document is signed");
    }
  }
}
