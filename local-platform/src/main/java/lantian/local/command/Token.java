package lantian.local.command;

import java.util.concurrent.Callable;
import lantian.local.Refused;
import lantian.local.platform.DataFolder;
import lantian.local.platform.Ports;
import lantian.local.platform.RunningPlatforms;
import lantian.local.platform.Tokens;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lantian token}: prints a bearer token of the local issuer, and only that, on stdout. */
@Command(
    name = "token",
    description = "打印访问令牌 / prints a bearer token, good for 12 hours",
    mixinStandardHelpOptions = true)
public final class Token implements Callable<Integer> {

  @Mixin private PlatformOptions options = new PlatformOptions();

  @Parameters(index = "0", paramLabel = "ROLE", description = "角色 / the role")
  private String role = "";

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "用户 / who it is for (default: the role's name)")
  private @Nullable String user;

  @Option(names = "--unit", paramLabel = "U", description = "成员单位 / the unit of a liaison")
  private @Nullable String unit;

  @Option(
      names = "--jurisdiction",
      paramLabel = "J",
      defaultValue = "*",
      description = "行政区划代码 / code of the jurisdiction (default: * = all)")
  private String jurisdiction = "*";

  @Override
  public Integer call() {
    var holder = new Tokens.Holder(role, user, unit, jurisdiction);
    var ports = options.ports();
    System.out.println(new Tokens(ports, folder(ports)).of(holder));
    return 0;
  }

  /** That of the platform which runs at the port base; a folder that was named comes first. */
  private DataFolder folder(Ports ports) {
    if (options.namesData()) {
      return options.data();
    }
    return RunningPlatforms.ofThisUser()
        .at(ports.base())
        .map(running -> new DataFolder(running.data()))
        .orElseThrow(() -> new Refused("token.no-platform", Integer.toString(ports.base())));
  }
}
