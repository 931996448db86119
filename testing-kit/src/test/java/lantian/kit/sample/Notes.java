package lantian.kit.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lantian.kit.outbox.Outbox;
import lantian.kit.web.ExpectedVersion;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Requests that store, tell of it, and go wrong in every way there is. */
@Component
class Notes {
  private final Semaphore held = new Semaphore(0);
  private final Semaphore begun = new Semaphore(0);

  private final JdbcClient sql;
  private final Outbox outbox;

  Notes(JdbcClient sql, Outbox outbox) {
    this.sql = sql;
    this.outbox = outbox;
  }

  @Transactional
  public UUID note(String text) {
    var id = UUID.randomUUID();
    var warning = UUID.randomUUID();
    sql.sql("insert into noted (id, text, warning_id) values (?, ?, ?)")
        .params(id, text, warning)
        .update();
    outbox.append(Samples.aProposal(warning));
    return id;
  }

  void awaitHeld() throws InterruptedException {
    begun.acquire();
  }

  void letGo() {
    held.release();
  }

  void hold() throws InterruptedException {
    begun.release();
    if (!held.tryAcquire(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nobody let go");
    }
  }

  int count(String text) {
    return sql.sql("select count(*) from noted where text = ?")
        .param(text)
        .query(Integer.class)
        .single();
  }

  /** The body that is kept for this key. */
  String keptBody(String key) {
    return sql.sql("select convert_from(body, 'UTF8') from kept_answer where key = ?")
        .param(key)
        .query(String.class)
        .single();
  }

  /** How many wait for the turn of a key. */
  int waiting() {
    return sql.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
        .query(Integer.class)
        .single();
  }

  /** What the note of this text told of is on its way. */
  boolean isSent(String text) {
    return sql.sql(
                """
            select count(*) from outbox o join noted n on o.key = n.warning_id::text
            where n.text = ? and o.sent_at is not null
            """)
            .param(text)
            .query(Integer.class)
            .single()
        == 1;
  }

  enum Then {
    REFUSED,
    HELD,
    CONNECTION_LOST,
    THROWN
  }

  record NoteRequest(@NotNull String text, @Nullable Then then, @Nullable List<String> more) {}

  record NoteView(UUID id, String text) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record KeyView(UUID id, String text, String secret, @Nullable Map<String, String> more) {}

  @RestController
  static class NoteController {
    private final Notes notes;
    private final JdbcClient sql;

    NoteController(Notes notes, JdbcClient sql) {
      this.notes = notes;
      this.sql = sql;
    }

    @PostMapping("/api/v1/notes")
    ResponseEntity<NoteView> note(@RequestBody @Valid NoteRequest request)
        throws InterruptedException {
      var id = notes.note(request.text());
      switch (request.then()) {
        case null -> {}
        case REFUSED -> throw Problem.of(ProblemType.WRONG_STATE, "kit.invalid", 1);
        case THROWN -> throw new AssertionError("after the effect");
        case CONNECTION_LOST ->
            sql.sql("select pg_terminate_backend(pg_backend_pid())").query().singleRow();
        case HELD -> notes.hold();
      }
      return ResponseEntity.created(URI.create("/api/v1/notes/" + id))
          .eTag(ExpectedVersion.etag(1))
          .body(new NoteView(id, request.text()));
    }

    @PostMapping("/api/v1/notes/{text}/again")
    ResponseEntity<Void> again(@PathVariable String text, ExpectedVersion expected) {
      expected.mustBe(7);
      notes.note(text);
      return ResponseEntity.noContent().eTag(ExpectedVersion.etag(8)).build();
    }

    /** Shows a secret, and another one further down where there is more. */
    @PostMapping("/api/v1/keys")
    ResponseEntity<KeyView> key(@RequestBody @Valid NoteRequest request) {
      var id = notes.note(request.text());
      var secret = UUID.randomUUID().toString();
      return ResponseEntity.status(201)
          .body(
              request.more() == null
                  ? new KeyView(id, request.text(), secret, null)
                  : new KeyView(id, request.text(), secret, Map.of("secret", secret, "n", "1")));
    }

    @PostMapping("/api/v1/questions")
    NoteView ask() {
      return new NoteView(UUID.randomUUID(), "");
    }
  }
}
