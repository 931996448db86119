package lantian.warning.jurisdiction;

import java.util.List;

/**
 * A place with a warning of its own (codes of GB/T 2260). Where the authority is another place,
 * that one decides and this one executes (大气污染防治法 Art. 95).
 *
 * @param policies the policies that held and hold here, by id
 */
public record Jurisdiction(
    String code,
    String name,
    String nameEn,
    String authorityCode,
    String authorityName,
    String authorityNameEn,
    List<String> policies) {

  public Jurisdiction {
    policies = List.copyOf(policies);
    if (!code.matches("\\d{6}") || !authorityCode.matches("\\d{6}")) {
      throw new IllegalArgumentException("not an administrative code: " + code);
    }
    if (policies.isEmpty()) {
      throw new IllegalArgumentException(code + " has no policy");
    }
  }
}
