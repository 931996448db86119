package lantian.notification.escalation.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lantian.events.DeliveryPurpose;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.notification.escalation.EscalationPolicies;
import lantian.notification.escalation.EscalationPolicy;
import lantian.notification.escalation.EscalationPolicy.Waits;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The packaged policy and those of a folder ({@code *.yaml}); one that does not hold together keeps
 * the service down.
 */
@Component
final class EscalationPolicyFiles implements EscalationPolicies {
  private static final String PACKAGED = "escalation-policies/default.yaml";
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final List<EscalationPolicy> policies;

  @Autowired
  EscalationPolicyFiles(@Value("${lantian.notification.escalation.policies:}") String folder) {
    this(folder.isBlank() ? null : Path.of(folder));
  }

  EscalationPolicyFiles(@Nullable Path folder) {
    var read = new ArrayList<EscalationPolicy>();
    read.add(policy(PACKAGED, packaged()));
    if (folder != null) {
      read.addAll(ofFolder(folder));
    }
    Set<String> references = new HashSet<>();
    for (var policy : read) {
      if (!references.add(policy.reference())) {
        throw new IllegalStateException("two escalation policies " + policy.reference());
      }
    }
    policies = List.copyOf(read);
  }

  @Override
  public List<EscalationPolicy> all() {
    return policies;
  }

  private static List<EscalationPolicy> ofFolder(Path folder) {
    try (var files = Files.newDirectoryStream(folder, "*.yaml")) {
      var found = new ArrayList<EscalationPolicy>();
      for (var file : files) {
        found.add(policy(file.toString(), Files.readAllBytes(file)));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("escalation policies of " + folder, e);
    }
  }

  private static byte[] packaged() {
    try {
      return new ClassPathResource(PACKAGED, EscalationPolicyFiles.class.getClassLoader())
          .getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(PACKAGED, e);
    }
  }

  static EscalationPolicy policy(String name, byte[] yaml) {
    try {
      return YAML.readValue(yaml, PolicyFile.class).policy();
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new IllegalStateException("escalation policy " + name + ": " + e.getMessage(), e);
    }
  }

  /** A file as it is written; minutes of business time. */
  record PolicyFile(
      String id,
      int version,
      Text title,
      String source,
      @Nullable Set<String> jurisdictions,
      LocalDate effectiveFrom,
      Map<DeliveryPurpose, Map<WarningLevel, Minutes>> minutes) {

    EscalationPolicy policy() {
      Map<DeliveryPurpose, Map<WarningLevel, Waits>> waits = new LinkedHashMap<>();
      minutes.forEach(
          (purpose, levels) ->
              waits.put(
                  purpose,
                  levels.entrySet().stream()
                      .collect(
                          Collectors.toUnmodifiableMap(
                              Map.Entry::getKey, e -> e.getValue().waits()))));
      return new EscalationPolicy(
          id,
          version,
          title,
          source,
          jurisdictions == null ? Set.of() : jurisdictions,
          effectiveFrom,
          Map.copyOf(waits));
    }
  }

  /** Left out: not by time alone. */
  record Minutes(@Nullable Integer deputy, @Nullable Integer dutyDesk, @Nullable Integer nobody) {
    Waits waits() {
      return new Waits(duration(deputy), duration(dutyDesk), duration(nobody));
    }

    private static @Nullable Duration duration(@Nullable Integer minutes) {
      return minutes == null ? null : Duration.ofMinutes(minutes);
    }
  }
}
