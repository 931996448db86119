package lantian.kit.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The roles of the platform, as they stand in the token's {@code roles} claim. */
public enum Role {
  /** 监测预警组 */
  MONITORING,
  /** 指挥部办公室 */
  OFFICE,
  /** 指挥部 */
  HEADQUARTERS,
  /** 专家咨询组 */
  EXPERTS,
  /** 信息宣传组 */
  PUBLICITY,
  /** 督导检查组 */
  SUPERVISION,
  /** 成员单位联络员 */
  LIAISON,
  /** 运维 */
  OPERATOR;

  /** The name in the token. */
  public String claim() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> ofClaim(String claim) {
    return Arrays.stream(values()).filter(role -> role.claim().equals(claim)).findFirst();
  }
}
