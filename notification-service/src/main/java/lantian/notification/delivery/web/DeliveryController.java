package lantian.notification.delivery.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.UUID;
import lantian.events.AnswerWay;
import lantian.events.Mode;
import lantian.kit.security.Caller;
import lantian.kit.security.Role;
import lantian.kit.web.ExpectedVersion;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.notification.contact.Rank;
import lantian.notification.delivery.AcknowledgementRefusal;
import lantian.notification.delivery.AcknowledgingDelivery;
import lantian.notification.delivery.Deliveries;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.DeliveryId;
import lantian.notification.delivery.DeliveryState;
import lantian.notification.delivery.web.DeliveryView.AttemptView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/deliveries}. */
@RestController
@RequestMapping("/api/v1/deliveries")
@Tag(name = "deliveries", description = "通知的送达与确认 / messages and what became of them")
final class DeliveryController {
  private static final int LARGEST_PAGE = 500;
  private static final int LONGEST_NAME = 100;

  private final Deliveries deliveries;
  private final AcknowledgingDelivery acknowledging;

  DeliveryController(Deliveries deliveries, AcknowledgingDelivery acknowledging) {
    this.deliveries = deliveries;
    this.acknowledging = acknowledging;
  }

  /** Who answered, where somebody else than the liaison enters it. */
  record AcknowledgeRequest(@Nullable String by) {}

  @GetMapping
  @Operation(summary = "通知列表，新的在前 / messages, latest first")
  DeliveryView.Listed list(
      @RequestParam(required = false) @Nullable Mode mode,
      @RequestParam(required = false) @Nullable String jurisdiction,
      @RequestParam(required = false) @Nullable UUID warningId,
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable DeliveryState state,
      @RequestParam(required = false) @Nullable Rank rank,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Caller caller) {
    var errors = new ArrayList<FieldError>();
    if (page < 0) {
      errors.add(FieldError.at("?page", "page"));
    }
    if (size < 1 || size > LARGEST_PAGE) {
      errors.add(FieldError.at("?size", "page-size", LARGEST_PAGE));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    var filter =
        new Deliveries.Filter(
            leadingDigits(jurisdiction, caller),
            mode,
            warningId,
            ownUnit(unit, caller),
            state,
            rank);
    var found = deliveries.list(filter, page, size);
    return new DeliveryView.Listed(
        found.items().stream().map(DeliveryView::of).toList(), page, size, found.total());
  }

  @GetMapping("/{id}")
  @Operation(summary = "一条通知及其每次发送 / one message, with every call")
  ResponseEntity<DeliveryView.WithHistory> read(@PathVariable UUID id, Caller caller) {
    var delivery = visible(id, caller);
    return ResponseEntity.ok()
        .eTag(ExpectedVersion.etag(delivery.version()))
        .body(
            new DeliveryView.WithHistory(
                DeliveryView.of(delivery),
                deliveries.attemptsOf(delivery.id()).stream().map(AttemptView::of).toList()));
  }

  /** A liaison answers for the own unit; the office enters who answered by other means. */
  @PostMapping("/{id}/acknowledge")
  @Operation(summary = "确认收到；办公室代为登记须写明何人 / confirms it; the office says who did")
  DeliveryView acknowledge(
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable AcknowledgeRequest request,
      Caller caller) {
    var delivery = visible(id, caller);
    var office = caller.has(Role.OFFICE);
    var by = office ? entered(request) : caller.subject();
    try {
      return DeliveryView.of(
          acknowledging.acknowledge(
              delivery.id(), by, office ? AnswerWay.ENTERED : AnswerWay.SIGNED_IN));
    } catch (AcknowledgementRefusal refusal) {
      throw switch (refusal.reason()) {
        case UNKNOWN -> Problem.of(ProblemType.NOT_FOUND, "notification.no-delivery", id);
        case NOBODY_ADDRESSED ->
            Problem.of(ProblemType.WRONG_STATE, "notification.nobody-addressed");
        case SUPERSEDED -> Problem.of(ProblemType.WRONG_STATE, "notification.superseded");
      };
    }
  }

  private static String entered(@Nullable AcknowledgeRequest request) {
    var by = request == null ? null : request.by();
    if (by == null || by.isBlank()) {
      throw Problem.invalid(FieldError.at("/by", "required"));
    }
    if (by.length() > LONGEST_NAME || by.chars().anyMatch(Character::isISOControl)) {
      throw Problem.invalid(FieldError.at("/by", "contact-name", LONGEST_NAME));
    }
    return by.strip();
  }

  private Delivery visible(UUID id, Caller caller) {
    var delivery =
        deliveries
            .find(new DeliveryId(id))
            .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "notification.no-delivery", id));
    requireReach(caller, delivery.jurisdiction());
    if (isOnlyLiaison(caller) && !delivery.unit().equals(caller.unit())) {
      throw Problem.of(ProblemType.FORBIDDEN, "notification.other-unit");
    }
    return delivery;
  }

  /** The leading digits of the jurisdictions to look at: the one asked for, or all within reach. */
  private static String leadingDigits(@Nullable String asked, Caller caller) {
    if (asked != null) {
      requireReach(caller, asked);
      return asked;
    }
    var own = caller.jurisdiction();
    if (own.equals(Caller.EVERYWHERE)) {
      return "";
    }
    if (own.isBlank()) {
      throw Problem.of(ProblemType.FORBIDDEN, "kit.role");
    }
    return own.endsWith("00") ? own.substring(0, own.length() - 2) : own;
  }

  private static void requireReach(Caller caller, String jurisdiction) {
    caller.requireJurisdiction(jurisdiction, prefectureOf(jurisdiction));
  }

  /** A prefecture (a code that ends in 00, GB/T 2260) acts for the counties in it. */
  private static String prefectureOf(String jurisdiction) {
    return jurisdiction.length() == 6 ? jurisdiction.substring(0, 4) + "00" : jurisdiction;
  }

  private static @Nullable String ownUnit(@Nullable String asked, Caller caller) {
    if (!isOnlyLiaison(caller)) {
      return asked;
    }
    var own = caller.unit();
    if (own == null || (asked != null && !asked.equals(own))) {
      throw Problem.of(ProblemType.FORBIDDEN, "notification.other-unit");
    }
    return own;
  }

  private static boolean isOnlyLiaison(Caller caller) {
    return !caller.has(Role.OFFICE)
        && !caller.has(Role.HEADQUARTERS)
        && !caller.has(Role.SUPERVISION)
        && !caller.has(Role.OPERATOR);
  }
}
