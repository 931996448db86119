package lantian.warning.policy.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lantian.warning.aqi.file.AqiStandardFiles;
import lantian.warning.policy.PackagedPolicies;
import lantian.warning.policy.Policy;
import tools.jackson.core.JacksonException;

/**
 * The policies of {@code policies/*.yaml}; one that does not hold together keeps the service down.
 */
public final class PolicyFiles extends PackagedPolicies {

  public PolicyFiles() {
    this(List.of("policies/national-2018.yaml", "policies/national-2024.yaml"));
  }

  PolicyFiles(List<String> names) {
    super(names.stream().map(PolicyFiles::read).toList());
  }

  private static Policy read(String name) {
    KnownNames known =
        new KnownNames(Set.copyOf(AqiStandardFiles.onClassPath().ids()), null, Set.of());
    try {
      return switch (PackDocument.read(PackText.YAML.parse(bytes(name)), known)) {
        case ReadPack.Whole(var policy) -> policy;
        case ReadPack.Broken(var faults) ->
            throw new IllegalStateException(
                "data file "
                    + name
                    + ": "
                    + faults.stream()
                        .map(fault -> fault.pointer() + " " + fault.code() + fault.arguments())
                        .collect(Collectors.joining(", ")));
      };
    } catch (JacksonException e) {
      throw new IllegalStateException("data file " + name + ": " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream in = PolicyFiles.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("data file " + name + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("data file " + name, e);
    }
  }
}
