package lantian.kit.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import lantian.events.Event;
import lantian.events.WarningsEvent;
import lantian.kit.intake.EventIntake;
import lantian.kit.intake.Received;
import lantian.kit.outbox.Outbox;
import lantian.kit.security.Caller;
import lantian.kit.security.EndpointRoles;
import lantian.kit.security.Role;
import lantian.kit.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service that uses the whole kit. */
@SpringBootApplication
public class SampleService {

  @Bean
  EndpointRoles endpointRoles() {
    return EndpointRoles.table()
        .post("/api/v1/samples", Role.MONITORING)
        .post("/api/v1/changes", Role.OFFICE)
        .post("/api/v1/notes", Role.OFFICE, Role.LIAISON)
        .post("/api/v1/notes/*/again", Role.OFFICE)
        .post("/api/v1/keys", Role.OFFICE)
        .showingOnce("/secret")
        .showingOnce("/more/secret")
        .post("/api/v1/questions", Role.OFFICE)
        .storingNothing()
        .getByAnyRole("/api/v1/me");
  }

  @Bean
  Consumer<Message<byte[]>> warnings(EventIntake intake, Seen seen) {
    return intake.reading(WarningsEvent.class, seen::on);
  }

  /** Writes what it sees; fails or stands still when told to. */
  @Component
  public static class Seen {
    private final JdbcClient sql;
    public volatile @Nullable Throwable failure;
    public volatile @Nullable CountDownLatch blocked;

    Seen(JdbcClient sql) {
      this.sql = sql;
    }

    void on(Received<WarningsEvent> received) {
      sql.sql("insert into seen (event_id, warning_id, version) values (?, ?, ?)")
          .params(received.id(), received.event().warningId(), 1L)
          .update();
      var latch = blocked;
      if (latch != null) {
        try {
          latch.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      var thrown = failure;
      if (thrown instanceof Error error) {
        throw error;
      }
      if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
    }
  }

  /** Changes nothing but tells of it. */
  @Component
  public static class Changing {
    private final Outbox outbox;

    Changing(Outbox outbox) {
      this.outbox = outbox;
    }

    @Transactional
    public UUID tell(Event event) {
      return outbox.append(event);
    }
  }

  @RestController
  static class SampleController {
    record Point(@Nullable BigDecimal pm2_5, @Nullable BigDecimal co) {}

    record SampleRequest(@NotNull String jurisdiction, @NotNull List<@Valid Point> points) {}

    @PostMapping("/api/v1/samples")
    int take(@RequestBody @Valid SampleRequest request, Caller caller) {
      caller.requireJurisdiction(request.jurisdiction());
      return request.points().size();
    }

    @PostMapping("/api/v1/changes")
    long change(ExpectedVersion expected) {
      expected.mustBe(7);
      return expected.value();
    }

    @GetMapping("/api/v1/me")
    String me(Caller caller) {
      return caller.subject();
    }

    @GetMapping("/api/v1/unlisted")
    String unlisted() {
      return "never seen";
    }
  }
}
