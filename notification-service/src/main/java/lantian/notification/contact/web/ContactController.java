package lantian.notification.contact.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import lantian.events.Channel;
import lantian.kit.security.Caller;
import lantian.kit.security.Role;
import lantian.kit.web.ExpectedVersion;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.notification.contact.Contact;
import lantian.notification.contact.ContactId;
import lantian.notification.contact.ContactRefusal;
import lantian.notification.contact.Contacts;
import lantian.notification.contact.KeepingContacts;
import lantian.notification.contact.TargetRules;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/contacts}. */
@RestController
@RequestMapping("/api/v1/contacts")
@Tag(name = "contacts", description = "单位通讯录 / whom to tell for a unit")
final class ContactController {
  private final KeepingContacts keeping;
  private final Contacts contacts;
  private final TargetRules rules;

  ContactController(KeepingContacts keeping, Contacts contacts, TargetRules rules) {
    this.keeping = keeping;
    this.contacts = contacts;
    this.rules = rules;
  }

  record ContactList(List<ContactView> items) {}

  @GetMapping
  @Operation(summary = "联络员列表，联络员只见本单位 / contacts, for a liaison those of the own unit")
  ContactList list(
      @RequestParam(required = false) @Nullable String jurisdiction,
      @RequestParam(required = false) @Nullable String unit,
      Caller caller) {
    if (jurisdiction != null) {
      requireReach(caller, jurisdiction);
    }
    return new ContactList(
        contacts.list(jurisdiction, unit).stream()
            .filter(contact -> maySee(caller, contact))
            .map(ContactView::of)
            .toList());
  }

  @PostMapping
  @Operation(summary = "录入联络员；未给密钥则生成并只显示一次 / enters a contact; a secret made for it is shown once")
  ResponseEntity<ContactView> add(@RequestBody ContactRequest request, Caller caller) {
    var entry = request.toEntry(rules);
    requireReach(caller, entry.jurisdiction());
    var contact = orProblem(() -> keeping.add(entry), entry.unit());
    return ResponseEntity.created(URI.create("/api/v1/contacts/" + contact.id()))
        .eTag(ExpectedVersion.etag(contact.version()))
        .body(
            entry.channel() == Channel.WEBHOOK && entry.secret() == null
                ? ContactView.withSecret(contact)
                : ContactView.of(contact));
  }

  @GetMapping("/{id}")
  @Operation(summary = "一名联络员，不含密钥 / one contact, without its secret")
  ResponseEntity<ContactView> read(@PathVariable UUID id, Caller caller) {
    return answer(visible(id, caller));
  }

  @PutMapping("/{id}")
  @Operation(summary = "修改联络员，待发的立即重试 / changes it; what waits for it is tried again at once")
  ResponseEntity<ContactView> change(
      @PathVariable UUID id,
      ExpectedVersion expected,
      @RequestBody ContactRequest request,
      Caller caller) {
    var stands = visible(id, caller);
    var entry = request.toEntry(rules);
    if (!entry.jurisdiction().equals(stands.jurisdiction())) {
      throw Problem.invalid(FieldError.at("/jurisdiction", "contact-moved"));
    }
    if (!entry.unit().equals(stands.unit())) {
      throw Problem.invalid(FieldError.at("/unit", "contact-moved"));
    }
    if (entry.channel() != stands.channel()) {
      throw Problem.invalid(FieldError.at("/channel", "contact-channel"));
    }
    return answer(
        orProblem(() -> keeping.change(stands.id(), expected.value(), entry), entry.unit()));
  }

  @DeleteMapping("/{id}")
  @Operation(summary = "删除联络员，待发的即告失败 / removes it; what waits for it fails")
  ResponseEntity<Void> remove(@PathVariable UUID id, ExpectedVersion expected, Caller caller) {
    var stands = visible(id, caller);
    orProblem(
        () -> {
          keeping.remove(stands.id(), expected.value());
          return stands;
        },
        stands.unit());
    return ResponseEntity.noContent().build();
  }

  private static Contact orProblem(Supplier<Contact> work, String unit) {
    try {
      return work.get();
    } catch (ContactRefusal refusal) {
      throw switch (refusal.reason()) {
        case UNKNOWN -> Problem.of(ProblemType.NOT_FOUND, "notification.contact-gone");
        case TWICE -> Problem.of(ProblemType.CONFLICT, "notification.contact-twice", unit);
        case STALE ->
            Problem.of(ProblemType.STALE_VERSION, "notification.contact-stale", refusal.version());
      };
    }
  }

  private static ResponseEntity<ContactView> answer(Contact contact) {
    return ResponseEntity.ok()
        .eTag(ExpectedVersion.etag(contact.version()))
        .body(ContactView.of(contact));
  }

  private Contact visible(UUID id, Caller caller) {
    var contact =
        contacts
            .find(new ContactId(id))
            .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "notification.no-contact", id));
    requireReach(caller, contact.jurisdiction());
    if (!maySee(caller, contact)) {
      throw Problem.of(ProblemType.FORBIDDEN, "notification.other-unit");
    }
    return contact;
  }

  /** Office and operators see all of their jurisdiction, a liaison the own unit alone. */
  private static boolean maySee(Caller caller, Contact contact) {
    return caller.actsFor(contact.jurisdiction(), prefectureOf(contact.jurisdiction()))
        && (caller.has(Role.OFFICE)
            || caller.has(Role.OPERATOR)
            || contact.unit().equals(caller.unit()));
  }

  private static void requireReach(Caller caller, String jurisdiction) {
    caller.requireJurisdiction(jurisdiction, prefectureOf(jurisdiction));
  }

  /** A prefecture (a code that ends in 00, GB/T 2260) acts for the counties in it. */
  private static String prefectureOf(String jurisdiction) {
    return jurisdiction.length() == 6 ? jurisdiction.substring(0, 4) + "00" : jurisdiction;
  }
}
