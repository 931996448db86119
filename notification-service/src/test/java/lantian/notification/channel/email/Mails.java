package lantian.notification.channel.email;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import lantian.events.AssignedDuty;
import lantian.events.ChangeKind;
import lantian.events.Channel;
import lantian.events.DeliveryPurpose;
import lantian.events.DutyDelta;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.EscalationReason;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.notification.NotificationSettings.Email;
import lantian.notification.NotificationSettings.Security;
import lantian.notification.channel.Names;
import lantian.notification.channel.OutgoingMessage;
import lantian.notification.contact.Contact;
import lantian.notification.contact.ContactId;
import lantian.notification.contact.Rank;
import lantian.notification.delivery.Addressee;
import lantian.notification.delivery.Content;
import lantian.notification.delivery.Content.Escalated;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.DeliveryId;
import lantian.notification.delivery.DeliveryState;
import lantian.notification.delivery.DutyList;
import lantian.notification.delivery.Progress;
import lantian.notification.delivery.wording.BundleWordingInTests;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Messages and the channel that sends them, as tests need them, without the service around. */
final class Mails {
  static final String ADDRESS = "wang.fang@zjj.example";
  static final OffsetDateTime AT = OffsetDateTime.parse("2016-12-09T16:04:00+08:00");
  static final UUID ID = UUID.fromString("2d114660-45e9-5179-914d-335d37aa4e43");
  static final ScheduledExecutorService WRITES =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("mail-writes").factory());

  private Mails() {}

  static Email settings(int port, Security security) {
    return new Email(
        "127.0.0.1",
        port,
        security,
        "lantian@office.example",
        "",
        "",
        null,
        "",
        Duration.ofMillis(500),
        Duration.ofSeconds(2));
  }

  static EmailChannel channel(Email settings) {
    try {
      return channel(Optional.of(EmailConfiguration.server(settings, true, WRITES)));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static EmailChannel channel(
      Optional<org.springframework.mail.javamail.JavaMailSenderImpl> server) {
    return new EmailChannel(
        server,
        new Letters("lantian@office.example", new LetterText(bundles())),
        new Names(Duration.ofSeconds(1)),
        Duration.ofSeconds(2));
  }

  static ResourceBundleMessageSource bundles() {
    var bundles = new ResourceBundleMessageSource();
    bundles.setBasename("notification-service-messages");
    bundles.setDefaultEncoding("UTF-8");
    bundles.setFallbackToSystemLocale(false);
    return bundles;
  }

  /** In time for everything. */
  static long latest() {
    return System.nanoTime() + Duration.ofMinutes(1).toNanos();
  }

  static OutgoingMessage message() {
    return message(ADDRESS, "王芳", Mode.LIVE, DeliveryPurpose.LEVEL_CHANGE, false, "停止土石方作业");
  }

  /** To the deputy, since the liaison has not answered. */
  static OutgoingMessage escalated() {
    return message(
        ADDRESS,
        "李强",
        Mode.DRILL,
        DeliveryPurpose.LEVEL_CHANGE,
        true,
        "停止土石方作业",
        new Escalated(Rank.DEPUTY, Rank.LIAISON, EscalationReason.UNANSWERED, AT.toInstant(), 30));
  }

  static OutgoingMessage message(
      String address,
      String name,
      Mode mode,
      DeliveryPurpose purpose,
      boolean repeat,
      String statement) {
    return message(address, name, mode, purpose, repeat, statement, null);
  }

  private static OutgoingMessage message(
      String address,
      String name,
      Mode mode,
      DeliveryPurpose purpose,
      boolean repeat,
      String statement,
      @Nullable Escalated escalated) {
    var contact =
        new Contact(
            new ContactId(UUID.randomUUID()),
            "652300",
            "zjj",
            name,
            Channel.EMAIL,
            address,
            null,
            Rank.LIAISON,
            true,
            1);
    var standDown = purpose == DeliveryPurpose.STAND_DOWN;
    var content =
        new Content(
            standDown ? ChangeKind.LIFT : ChangeKind.RAISE,
            standDown ? WarningLevel.ORANGE : WarningLevel.NONE,
            standDown ? WarningLevel.NONE : WarningLevel.ORANGE,
            "昌吉州",
            "住房和城乡建设局",
            "Housing and Construction Bureau",
            AT,
            AT,
            null,
            new Text("中文的内容。", "What it says in English."),
            DutyList.of(standDown ? List.of() : List.of(duty(statement), duty("停止拆除作业"))),
            escalated);
    var delivery =
        new Delivery(
            new DeliveryId(ID),
            mode,
            UUID.randomUUID(),
            1,
            "652300",
            "zjj",
            new Addressee(contact.id(), name, Channel.EMAIL, contact.origin(), Rank.LIAISON),
            null,
            purpose,
            content,
            AT.toInstant(),
            2,
            new Progress(
                DeliveryState.CALLING, null, null, 1, repeat, null, null, null, null, null));
    return new OutgoingMessage(
        delivery,
        contact,
        BundleWordingInTests.of(bundles()).title(delivery),
        content.text(),
        URI.create("https://lantian.example/api/v1/deliveries/" + ID + "/acknowledge"),
        URI.create("https://lantian.example/a/a-token?x=1&y=2"),
        Instant.parse("2026-11-22T08:00:00Z"));
  }

  private static AssignedDuty duty(String statement) {
    return new AssignedDuty(
        UUID.randomUUID(),
        1,
        "zjj.site-dust",
        new Text(statement, "Stop earthworks"),
        new Text("全部停止", "all of it"),
        DutyKind.ACTION,
        DutyPhase.IN_FORCE,
        DutyDelta.ADDED,
        false,
        null,
        null,
        AT.plusHours(2),
        new Text("现场照片", "pictures of the site"),
        "changji#四.13/2",
        false);
  }
}
