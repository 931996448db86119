package lantian.local.command;

import java.nio.file.Path;
import lantian.local.platform.DataFolder;
import lantian.local.platform.Ports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which platform a command is about; every command takes these. */
public final class PlatformOptions {

  @Option(
      names = "--port-base",
      paramLabel = "N",
      defaultValue = "" + Ports.DEFAULT_BASE,
      description = "第一个端口 / the first of the platform's ports (default: ${DEFAULT-VALUE})")
  private int portBase = Ports.DEFAULT_BASE;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "数据目录 / where its data are kept (default: ./data)")
  private @Nullable Path data;

  /** The ports that follow the base. */
  public Ports ports() {
    return new Ports(portBase);
  }

  /** The folder that was named, else {@code ./data}. */
  public DataFolder data() {
    return new DataFolder(data == null ? Path.of("data") : data);
  }

  /** Whether a folder was named. */
  public boolean namesData() {
    return data != null;
  }
}
