package lantian.notification.link.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.util.DateUtils;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lantian.notification.contact.ContactId;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.DeliveryId;
import lantian.notification.link.AnswerLink;
import lantian.notification.link.Links;

/**
 * Tokens as compact JWS, HS256: {@code sub} the delivery, {@code contact}, {@code exp}, and for
 * {@code aud} the one thing that it is good for. Nothing else is taken, whatever its header says.
 */
final class JwsLinks implements Links {
  private static final String PURPOSE = "acknowledge";
  private static final String CONTACT = "contact";
  private static final int LONGEST = 1_000;

  private final LinkKeys keys;
  private final Duration validFor;
  private final URI publicUrl;
  private final JWSHeader header;
  private final MACSigner signer;

  JwsLinks(LinkKeys keys, Duration validFor, URI publicUrl) {
    this.keys = keys;
    this.validFor = validFor;
    this.publicUrl = publicUrl;
    this.header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(keys.newest().getKeyID()).build();
    this.signer = signer(keys);
  }

  private static MACSigner signer(LinkKeys keys) {
    try {
      return new MACSigner(keys.newest());
    } catch (JOSEException e) {
      throw new IllegalStateException("the newest key does not sign links", e);
    }
  }

  @Override
  public URI of(Delivery delivery) {
    var addressee =
        Objects.requireNonNull(delivery.addressee(), "a link is for somebody: there is nobody");
    var claims =
        new JWTClaimsSet.Builder()
            .subject(delivery.id().toString())
            .claim(CONTACT, addressee.contact().toString())
            .audience(PURPOSE)
            .claim(
                JWTClaimNames.EXPIRATION_TIME, delivery.createdAt().plus(validFor).getEpochSecond())
            .build();
    return URI.create(publicUrl + "/a/" + signed(claims));
  }

  private String signed(JWTClaimsSet claims) {
    try {
      var jws = new SignedJWT(header, claims);
      jws.sign(signer);
      return jws.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("a link cannot be signed", e);
    }
  }

  @Override
  public Optional<AnswerLink> read(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var jws = SignedJWT.parse(token);
      return isOurs(jws) ? Optional.of(link(jws.getJWTClaimsSet())) : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private boolean isOurs(SignedJWT jws) throws JOSEException {
    var key = keys.byId(jws.getHeader().getKeyID());
    return key != null
        && JWSAlgorithm.HS256.equals(jws.getHeader().getAlgorithm())
        && isWrittenInTheOneWay(jws)
        && jws.verify(new MACVerifier(key));
  }

  /** The last character of a signature has bits that say nothing: only zeros are taken there. */
  private static boolean isWrittenInTheOneWay(SignedJWT jws) {
    var signature = jws.getSignature();
    return com.nimbusds.jose.util.Base64URL.encode(signature.decode()).equals(signature);
  }

  private static AnswerLink link(JWTClaimsSet claims) throws ParseException {
    var contact = claims.getStringClaim(CONTACT);
    if (!List.of(PURPOSE).equals(claims.getAudience())
        || claims.getSubject() == null
        || contact == null
        || claims.getExpirationTime() == null) {
      throw new IllegalArgumentException("not what this service signs");
    }
    return new AnswerLink(
        new DeliveryId(UUID.fromString(claims.getSubject())),
        new ContactId(UUID.fromString(contact)),
        Instant.ofEpochSecond(DateUtils.toSecondsSinceEpoch(claims.getExpirationTime())));
  }
}
