package lantian.console.issuer;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The roles that the local issuer gives, each named as in the claim {@code roles}. */
public enum LocalRole {
  MONITORING("monitoring", "监测预警组"),
  OFFICE("office", "指挥部办公室"),
  HEADQUARTERS("headquarters", "指挥部"),
  EXPERTS("experts", "专家咨询组"),
  PUBLICITY("publicity", "信息宣传组"),
  SUPERVISION("supervision", "督导检查组"),
  LIAISON("liaison", "成员单位联络员"),
  OPERATOR("operator", "平台运维");

  private final String claim;
  private final String title;

  LocalRole(String claim, String title) {
    this.claim = claim;
    this.title = title;
  }

  /** The role of that name, if there is one. */
  public static Optional<LocalRole> named(String name) {
    return Arrays.stream(values()).filter(role -> role.claim.equals(name)).findFirst();
  }

  /** All of them, for a person to choose from. */
  public static String names() {
    return Arrays.stream(values())
        .map(role -> role.claim + " " + role.title)
        .collect(Collectors.joining(", "));
  }

  /** Its name in the claim {@code roles}. */
  public String claim() {
    return claim;
  }
}
