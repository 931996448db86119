package lantian.local.command;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lantian.console.issuer.LocalRole;
import lantian.console.issuer.TokenClient;
import lantian.local.Refused;
import lantian.local.platform.DataFolder;
import lantian.local.platform.PlatformPort;
import lantian.local.platform.Ports;
import lantian.local.platform.RunningPlatforms;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code lantian token}: prints a bearer token of the local issuer, and only that, on stdout. */
@Command(
    name = "token",
    description = "打印访问令牌 / prints a bearer token, good for 12 hours",
    mixinStandardHelpOptions = true)
public final class Token implements Callable<Integer> {

  private static final Duration ONE_CALL = Duration.ofSeconds(10);

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
    if (LocalRole.named(role).isEmpty()) {
      throw new Refused("token.unknown-role", role, LocalRole.names());
    }
    if (!jurisdiction.matches("\\*|\\d{6}")) {
      throw new Refused("token.jurisdiction", jurisdiction);
    }
    var ports = options.ports();
    var answer = ask(ports, secret(folder(ports), ports));
    var body = JsonMapper.shared().readTree(answer.body());
    if (answer.statusCode() != 200) {
      throw new Refused(
          "token.refused",
          Integer.toString(answer.statusCode()),
          body.path("error").asString(""),
          body.path("error_description").asString(""));
    }
    System.out.println(body.path("access_token").asString());
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

  private static String secret(DataFolder data, Ports ports) {
    try {
      return Files.readString(data.secrets().resolve(TokenClient.SECRET_FILE)).strip();
    } catch (IOException e) {
      throw new Refused("token.no-secret", data.path(), Integer.toString(ports.base()));
    }
  }

  private HttpResponse<String> ask(Ports ports, String secret) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "client_credentials");
    form.put("role", role);
    form.put("jurisdiction", jurisdiction);
    if (user != null) {
      form.put("user", user);
    }
    if (unit != null) {
      form.put("unit", unit);
    }
    var credentials =
        Base64.getEncoder()
            .encodeToString((TokenClient.ID + ":" + secret).getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(ports.url(PlatformPort.CONSOLE) + "/oauth2/token"))
            .timeout(ONE_CALL)
            .header("Authorization", "Basic " + credentials)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
            .build();
    try (var client = HttpClient.newBuilder().connectTimeout(ONE_CALL).build()) {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Refused("token.no-platform", Integer.toString(ports.base()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
