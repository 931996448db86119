package lantian.warning.jurisdiction;

import java.util.List;
import java.util.Optional;

/** The places that the service knows. */
public interface Jurisdictions {

  List<Jurisdiction> all();

  default Optional<Jurisdiction> find(String code) {
    return all().stream().filter(jurisdiction -> jurisdiction.code().equals(code)).findFirst();
  }
}
