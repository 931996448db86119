package lantian.warning.policy;

import java.util.Arrays;
import java.util.Optional;

/** Who is heard in a consultation (会商), by the role that speaks for it. */
public enum ConsultedBody {
  /** 专家咨询组. */
  EXPERTS("experts"),
  /** 监测预警组: the environment bureau with the meteorological bureau. */
  MONITORING("monitoring");

  private final String role;

  ConsultedBody(String role) {
    this.role = role;
  }

  /** As in the token's claim and in policies. */
  public String role() {
    return role;
  }

  public static Optional<ConsultedBody> ofRole(String role) {
    return Arrays.stream(values()).filter(body -> body.role.equals(role)).findFirst();
  }
}
