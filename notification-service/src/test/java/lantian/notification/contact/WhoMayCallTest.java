package lantian.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import lantian.kit.security.Role;
import lantian.notification.OnNotificationService;
import lantian.testing.Rest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The table of endpoints and roles, called with every role. */
@OnNotificationService
class WhoMayCallTest {
  private static final Set<Role> READ_CONTACTS =
      EnumSet.of(Role.OFFICE, Role.OPERATOR, Role.LIAISON);
  private static final Set<Role> WRITE_CONTACTS = EnumSet.of(Role.OFFICE, Role.OPERATOR);
  private static final Set<Role> READ_DELIVERIES =
      EnumSet.of(Role.OFFICE, Role.HEADQUARTERS, Role.SUPERVISION, Role.OPERATOR, Role.LIAISON);
  private static final Set<Role> ACKNOWLEDGE = EnumSet.of(Role.OFFICE, Role.LIAISON);

  @Autowired Rest rest;

  private Rest as(Role role) {
    return role == Role.LIAISON ? rest.asLiaisonOf("zjj", "652300") : rest.as(role);
  }

  private static void mayOnlyIfListed(Role role, Set<Role> listed, int status) {
    assertThat(status != 403).as("%s: %d", role, status).isEqualTo(listed.contains(role));
  }

  @Test
  void everyRoleMayDoWhatTheTableSaysAndNothingElse() {
    var contact = "/api/v1/contacts/" + UUID.randomUUID();
    var delivery = "/api/v1/deliveries/" + UUID.randomUUID();
    for (var role : Role.values()) {
      mayOnlyIfListed(role, READ_CONTACTS, as(role).get("/api/v1/contacts").status());
      mayOnlyIfListed(role, READ_CONTACTS, as(role).get(contact).status());
      mayOnlyIfListed(role, WRITE_CONTACTS, as(role).post("/api/v1/contacts", "{}").status());
      mayOnlyIfListed(role, WRITE_CONTACTS, as(role).ifMatch(1).put(contact, "{}").status());
      mayOnlyIfListed(role, WRITE_CONTACTS, as(role).ifMatch(1).delete(contact).status());
      mayOnlyIfListed(role, READ_DELIVERIES, as(role).get("/api/v1/deliveries").status());
      mayOnlyIfListed(role, READ_DELIVERIES, as(role).get(delivery).status());
      mayOnlyIfListed(role, ACKNOWLEDGE, as(role).post(delivery + "/acknowledge", "{}").status());
    }
  }

  @Test
  void nobodyWithoutAToken() {
    assertThat(rest.withToken(null).get("/api/v1/contacts").status()).isEqualTo(401);
    assertThat(rest.withToken("nonsense").get("/api/v1/deliveries").status()).isEqualTo(401);
    assertThat(rest.as(Role.OPERATOR).get("/api/v1/anything").status()).isIn(403, 404);
  }
}
