package lantian.kit.parking;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import lantian.kit.security.Caller;
import lantian.kit.web.ExpectedVersion;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What operators do with the records that a service could not handle. */
@RestController
@RequestMapping("/api/v1/parked-records")
@Tag(name = "parked-records", description = "搁置的记录 / records that could not be handled")
class ParkedRecordController {
  private static final int LARGEST_PAGE = 500;
  private static final int LAST_PAGE = 100_000;
  private static final int LONGEST_REASON = 500;

  private final ParkedRecords records;
  private final DecidingParkedRecord deciding;

  ParkedRecordController(ParkedRecords records, DecidingParkedRecord deciding) {
    this.records = records;
    this.deciding = deciding;
  }

  /** One page of a list; {@code total} counts all pages. */
  record PageView(int page, int size, long total, List<ParkedRecordView> items) {}

  record DismissalRequest(@Nullable String reason) {}

  @GetMapping
  @Operation(summary = "搁置的记录，新的在前 / records that could not be handled, latest first")
  PageView list(
      @RequestParam(required = false) ParkedRecord.@Nullable State state,
      @RequestParam(required = false) @Nullable String topic,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    requirePage(page, size);
    var filter = new ParkedRecords.Filter(state, topic);
    return new PageView(
        page,
        size,
        records.count(filter),
        records.list(filter, page, size).stream().map(ParkedRecordView::of).toList());
  }

  @GetMapping("/{id}")
  @Operation(summary = "一条搁置的记录及其字节 / one record, with its headers and bytes")
  ResponseEntity<ParkedRecordView.WithBytes> read(@PathVariable long id) {
    return answer(deciding.find(id));
  }

  @PostMapping("/{id}/replay")
  @Operation(
      summary = "重放：交给读取方再处理一次 / hands it to its reader again",
      description =
          "成功后为 REPLAYED；再次失败则仍为 PARKED，并回答 409 与新的原因。"
              + " / REPLAYED when it succeeds; still PARKED, and 409 with the new reason, when not.")
  ResponseEntity<ParkedRecordView.WithBytes> replay(Caller caller, @PathVariable long id) {
    return answer(deciding.replay(id, caller.subject()));
  }

  @PostMapping("/{id}/dismiss")
  @Operation(summary = "不再处理，写明理由，字节保留 / puts it away for good, with a reason; bytes are kept")
  ResponseEntity<ParkedRecordView.WithBytes> dismiss(
      Caller caller,
      @PathVariable long id,
      ExpectedVersion expected,
      @RequestBody DismissalRequest request) {
    return answer(
        deciding.dismiss(id, expected, caller.subject(), requiredReason(request.reason())));
  }

  private static ResponseEntity<ParkedRecordView.WithBytes> answer(ParkedRecord record) {
    return ResponseEntity.ok()
        .eTag(ExpectedVersion.etag(record.version()))
        .body(ParkedRecordView.withBytes(record));
  }

  private static String requiredReason(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      throw Problem.invalid(FieldError.at("/reason", "required"));
    }
    if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
      throw Problem.invalid(FieldError.at("/reason", "text-too-long", LONGEST_REASON));
    }
    return reason;
  }

  private static void requirePage(int page, int size) {
    var errors = new ArrayList<FieldError>();
    if (page < 0 || page > LAST_PAGE) {
      errors.add(FieldError.at("?page", "range", 0, LAST_PAGE));
    }
    if (size < 1 || size > LARGEST_PAGE) {
      errors.add(FieldError.at("?size", "range", 1, LARGEST_PAGE));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }
}
