package lantian.warning.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import lantian.events.ChinaTime;
import lantian.warning.SigningKeys;
import lantian.warning.publication.signature.TrialSigning;
import lantian.warning.publication.xml.Xml;
import org.xml.sax.SAXException;

/** A message of the autonomous region, signed, as a test wants it. */
final class AnOrder {
  static final String REGION = "150000@region.example";
  static final String OUR_KEY = SigningKeys.fresh();
  private static final String REGIONS_KEY = SigningKeys.fresh();
  private static final String STRANGERS_KEY = SigningKeys.fresh();

  private final Map<String, String> parts = new LinkedHashMap<>();
  private String references = "";
  private String key = REGIONS_KEY;

  private AnOrder(Instant now) {
    parts.put("identifier", "NMG-1");
    parts.put("sender", REGION);
    parts.put("sent", time(now));
    parts.put("status", "Actual");
    parts.put("msgType", "Alert");
    parts.put("severity", "Severe");
    parts.put("responseType", "Execute");
    parts.put("code", "12Q02");
    parts.put("onset", time(now.plus(Duration.ofHours(30))));
    parts.put("expires", time(now.plus(Duration.ofHours(80))));
    parts.put("geocode", "150800");
  }

  static AnOrder at(Instant now) {
    return new AnOrder(now);
  }

  AnOrder with(String part, String value) {
    if (!parts.containsKey(part)) {
      throw new IllegalArgumentException(part);
    }
    parts.put(part, value);
    return this;
  }

  AnOrder referringTo(AnOrder other) {
    references =
        "<references>"
            + String.join(
                ",",
                other.parts.get("sender"),
                other.parts.get("identifier"),
                other.parts.get("sent"))
            + "</references>";
    return this;
  }

  AnOrder signedByAStranger() {
    key = STRANGERS_KEY;
    return this;
  }

  String unsigned() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>%s</identifier>\
        <sender>%s</sender><sent>%s</sent><status>%s</status><msgType>%s</msgType>\
        <scope>Public</scope>%s<info><language>zh-CN</language><category>Env</category>\
        <event>重污染天气过程</event><responseType>%s</responseType><urgency>Expected</urgency>\
        <severity>%s</severity><certainty>Likely</certainty>\
        <eventCode><valueName>12379</valueName><value>%s</value></eventCode><onset>%s</onset>\
        <expires>%s</expires><headline>自治区启动区域应急联动</headline>\
        <area><areaDesc>巴彦淖尔市</areaDesc><geocode><valueName>GB/T 2260</valueName>\
        <value>%s</value></geocode></area></info></alert>"""
        .formatted(
            parts.get("identifier"),
            parts.get("sender"),
            parts.get("sent"),
            parts.get("status"),
            parts.get("msgType"),
            references,
            parts.get("responseType"),
            parts.get("severity"),
            parts.get("code"),
            parts.get("onset"),
            parts.get("expires"),
            parts.get("geocode"));
  }

  String signed() {
    try {
      var document = Xml.read(unsigned());
      TrialSigning.with(key).sign(document);
      return Xml.write(document);
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  static String time(Instant at) {
    return ChinaTime.at(at.truncatedTo(ChronoUnit.SECONDS))
        .format(java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx"));
  }

  /** The allow list of this platform: the region, and a platform like this one. */
  static String allowList() {
    try {
      var file = Files.createTempFile("order-senders", ".yaml");
      file.toFile().deleteOnExit();
      return Files.writeString(
              file,
              """
              senders:
                - id: %s
                  name: {zh: 自治区应急指挥部, en: the headquarters of the region}
                  areas: ["15", "6523"]
                  keys:
                    - |
              %s
                - id: 150800@lantian.example
                  name: {zh: 巴彦淖尔市重污染天气应急指挥部, en: Bayannur headquarters}
                  areas: ["1508"]
                  keys:
                    - |
              %s
              """
                  .formatted(REGION, open(REGIONS_KEY), open(OUR_KEY)))
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String open(String pair) {
    return pair.substring(pair.indexOf("-----BEGIN PUBLIC KEY")).strip().indent(10);
  }
}
