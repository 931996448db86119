package lantian.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import lantian.testing.OnRealBrokerAndDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** The whole service, once for all tests, with waits that a test can wait for. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@SpringBootTest(
    classes = NotificationService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.name=notification-service",
      "lantian.notification.public-url=http://127.0.0.1:8083",
      "lantian.notification.sending.max-in-flight-per-origin=8",
      "lantian.notification.sending.channels.EMAIL.max-in-flight=8",
      "lantian.notification.sending.channels.EMAIL.rate=1000",
      "lantian.notification.sending.breaker.open-for=600ms",
      "lantian.notification.sending.recover-every=100ms",
      "lantian.notification.sending.lease=2s",
      "lantian.notification.retrying.first=100ms",
      "lantian.notification.retrying.longest=400ms",
      "lantian.notification.retrying.give-up-after.LEVEL_CHANGE=3s",
      "lantian.notification.receipt-window=600ms",
      "lantian.notification.webhook.timeout=1s",
      "lantian.notification.email.host=127.0.0.1",
      "lantian.notification.email.timeout=1s",
      "lantian.notification.email.longest-call=2s",
      "lantian.notification.email.security=NONE",
      "lantian.notification.email.from=lantian@office.example"
    })
@OnRealBrokerAndDatabase
@Import({Liaisons.class, PostOffice.class})
public @interface OnNotificationService {}
