package lantian.warning.order.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.kit.security.Caller;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.jurisdiction.web.ReachableJurisdictions;
import lantian.warning.order.Order;
import lantian.warning.order.OrderFault;
import lantian.warning.order.Orders;
import lantian.warning.order.ReceivedOrder;
import lantian.warning.order.ReceivingOrder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Orders come in as CAP 1.2. The token says who brings the document; whose order it is, and that it
 * is one, its signature says.
 */
@RestController
@RequestMapping("/api/v1/orders")
@Tag(name = "orders", description = "上级预警指令 / orders of higher platforms")
class OrderController {
  private static final String CAP = "application/cap+xml";

  private static final Logger log = LoggerFactory.getLogger(OrderController.class);

  private final ReceivingOrder receiving;
  private final Orders orders;
  private final Jurisdictions jurisdictions;
  private final ReachableJurisdictions reachable;
  private final Clock clock;
  private final Map<Outcome, Counter> counted = new EnumMap<>(Outcome.class);

  private enum Outcome {
    TAKEN,
    REPEATED,
    REFUSED,
    UNVERIFIED
  }

  OrderController(
      ReceivingOrder receiving,
      Orders orders,
      Jurisdictions jurisdictions,
      ReachableJurisdictions reachable,
      Clock clock,
      MeterRegistry metrics) {
    this.receiving = receiving;
    this.orders = orders;
    this.jurisdictions = jurisdictions;
    this.reachable = reachable;
    this.clock = clock;
    for (Outcome outcome : Outcome.values()) {
      counted.put(
          outcome,
          Counter.builder("orders.received")
              .description("Documents that were handed in as orders of higher platforms")
              .tag("outcome", outcome.name())
              .register(metrics));
    }
  }

  record OrdersView(List<OrderView> items) {}

  /**
   * {@code places}: whose authorities it asks; {@code replacedBy}: a later one that refers to it;
   * {@code unseen}: orders to which it refers and that never came.
   */
  record OrderView(
      UUID id,
      Orders.Standing standing,
      String sender,
      Text senderName,
      String identifier,
      OffsetDateTime sent,
      Mode mode,
      Order.Type type,
      WarningLevel level,
      Cause cause,
      Text headline,
      OffsetDateTime validFrom,
      @Nullable OffsetDateTime validTo,
      List<String> area,
      List<String> places,
      @Nullable UUID replacedBy,
      List<String> unseen,
      String sha256,
      String receivedBy,
      OffsetDateTime receivedAt) {

    static OrderView of(Orders.Kept order, Instant now) {
      var to = order.to();
      return new OrderView(
          order.id(),
          order.standing(now),
          order.key().sender(),
          order.senderName(),
          order.key().identifier(),
          ChinaTime.at(order.key().sent()),
          order.mode(),
          order.type(),
          order.level(),
          order.cause(),
          order.headline(),
          ChinaTime.at(order.from()),
          to == null ? null : ChinaTime.at(to),
          order.area(),
          order.places(),
          order.replacedBy(),
          order.unseen(),
          order.sha256(),
          order.receivedBy(),
          ChinaTime.at(order.receivedAt()));
    }
  }

  /** {@code proposals}: what stands for a decision in its places after it. */
  record TakenView(OrderView order, List<UUID> proposals) {}

  @PostMapping(consumes = {CAP, MediaType.APPLICATION_XML_VALUE})
  @Operation(
      summary =
          "接收上级平台的 CAP 1.2 预警指令（须有其签名），由此提出预警建议，仍由有权者批准 / takes a signed order in CAP 1.2 of a"
              + " higher platform; it proposes, and people decide as ever")
  ResponseEntity<TakenView> receive(@RequestBody byte[] document, Caller caller) {
    ReceivedOrder received =
        receiving.receive(
            utf8(document),
            caller.subject(),
            place -> caller.actsFor(place.code(), place.authorityCode()));
    return switch (received) {
      case ReceivedOrder.Taken(var order, var proposals) -> {
        count(Outcome.TAKEN);
        yield ResponseEntity.status(HttpStatus.CREATED)
            .location(URI.create("/api/v1/orders/" + order.id()))
            .body(new TakenView(OrderView.of(order, clock.instant()), proposals));
      }
      case ReceivedOrder.AlreadyThere(var order) -> {
        count(Outcome.REPEATED);
        yield ResponseEntity.ok(new TakenView(OrderView.of(order, clock.instant()), List.of()));
      }
      case ReceivedOrder.SaysSomethingElse() -> {
        count(Outcome.REFUSED);
        throw Problem.of(ProblemType.CONFLICT, "order.other-content");
      }
      case ReceivedOrder.NotForCaller(var place) -> {
        count(Outcome.REFUSED);
        throw Problem.of(ProblemType.FORBIDDEN, "kit.jurisdiction", place);
      }
      case ReceivedOrder.Refused(var fault) -> {
        if (fault instanceof OrderFault.Unverified(var why)) {
          count(Outcome.UNVERIFIED);
          log.warn("the signature of an order cannot be verified, it was refused: {}", why);
        } else {
          count(Outcome.REFUSED);
        }
        throw problem(fault);
      }
    };
  }

  @GetMapping
  @Operation(summary = "收到的上级预警指令 / orders that were taken, newest first")
  OrdersView list(@RequestParam(required = false) @Nullable String jurisdiction, Caller caller) {
    return new OrdersView(
        orders.list(reachable.codes(jurisdiction, caller)).stream()
            .map(order -> OrderView.of(order, clock.instant()))
            .toList());
  }

  @GetMapping("/{id}")
  @Operation(summary = "一条上级预警指令 / one order")
  OrderView read(@PathVariable UUID id, Caller caller) {
    return OrderView.of(find(id, caller), clock.instant());
  }

  @GetMapping(path = "/{id}/document", produces = CAP)
  @Operation(summary = "指令原文，逐字节保留 / its document, byte for byte as it came")
  ResponseEntity<byte[]> document(@PathVariable UUID id, Caller caller) {
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf(CAP))
        .body(
            orders.document(find(id, caller).id()).orElseThrow().getBytes(StandardCharsets.UTF_8));
  }

  private Orders.Kept find(UUID id, Caller caller) {
    Orders.Kept order =
        orders
            .find(id)
            .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "order.unknown", id.toString()));
    boolean theirs =
        order.places().stream()
            .map(code -> jurisdictions.find(code).orElseThrow())
            .anyMatch((Jurisdiction place) -> caller.actsFor(place.code(), place.authorityCode()));
    if (!theirs) {
      throw Problem.of(ProblemType.FORBIDDEN, "kit.jurisdiction", order.places().getFirst());
    }
    return order;
  }

  private void count(Outcome outcome) {
    Objects.requireNonNull(counted.get(outcome)).increment();
  }

  /** Other encodings would let one and the same bytes say two things. */
  private static String utf8(byte[] document) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
    } catch (CharacterCodingException _) {
      throw Problem.unreadable(FieldError.at("", "order-utf8"));
    }
  }

  private static Problem problem(OrderFault fault) {
    return switch (fault) {
      case OrderFault.Unreadable(var why) ->
          Problem.unreadable(FieldError.at("", "order-xml", why));
      case OrderFault.UnknownSender(var sender) ->
          Problem.of(ProblemType.FORBIDDEN, "order.unknown-sender", sender);
      case OrderFault.Unverified(var why) ->
          Problem.of(ProblemType.FORBIDDEN, "order.unverified", why);
      case OrderFault.Broken(var places) ->
          Problem.invalid(
              places.stream()
                  .map(place -> new FieldError(place.pointer(), place.code(), place.arguments()))
                  .toList());
    };
  }
}
