package lantian.kit.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import lantian.kit.security.Caller;
import lantian.kit.security.EndpointRoles;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The description at {@code /v3/api-docs} and its page: the token that every call needs, {@code
 * If-Match} where a version is expected, {@code Idempotency-Key} where a request may be repeated.
 */
@Configuration(proxyBeanMethods = false)
public class ApiDescription {
  private static final String TOKEN = "token";

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Caller.class)
        .addRequestWrapperToIgnore(ExpectedVersion.class);
  }

  @Bean
  OpenAPI openApi(@Value("${spring.application.name}") String service) {
    return new OpenAPI()
        .info(new Info().title("Lantian 蓝天 " + service).version("v1"))
        .components(
            new Components()
                .addSecuritySchemes(
                    TOKEN,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("./lantian token ROLE")))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }

  /** The key is described wherever the table of endpoints says that it is honoured. */
  @Bean
  OpenApiCustomizer idempotencyKeyHeader(EndpointRoles table) {
    return description ->
        description
            .getPaths()
            .forEach(
                (path, item) -> {
                  if (item.getPost() != null && takesKey(table, path)) {
                    item.getPost().addParametersItem(idempotencyKey());
                  }
                });
  }

  private static boolean takesKey(EndpointRoles table, String path) {
    var example = PathContainer.parsePath(path.replaceAll("\\{[^}]+}", "x"));
    return table.entries().stream()
        .filter(entry -> entry.method().equals(HttpMethod.POST))
        .filter(entry -> PathPatternParser.defaultInstance.parse(entry.path()).matches(example))
        .findFirst()
        .filter(EndpointRoles.Entry::takesKey)
        .isPresent();
  }

  private static HeaderParameter idempotencyKey() {
    var key = new HeaderParameter();
    key.name("Idempotency-Key")
        .required(false)
        .description(
            "由您自定的键；以同一键重发同一请求，只办理一次，得到同一回答"
                + " / a key of your own: sent again with the same content, the request is run"
                + " once and answered alike")
        .schema(new StringSchema().minLength(1).maxLength(255));
    return key;
  }

  @Bean
  OperationCustomizer expectedVersionHeader() {
    return (operation, method) -> {
      boolean expectsVersion =
          Arrays.stream(method.getMethodParameters())
              .anyMatch(parameter -> parameter.getParameterType().equals(ExpectedVersion.class));
      if (expectsVersion) {
        operation.addParametersItem(
            new HeaderParameter()
                .name(HttpHeaders.IF_MATCH)
                .required(true)
                .description("您看到的版本，如 \"3\" / the version that was seen, as in \"3\"")
                .schema(new StringSchema()));
      }
      return operation;
    };
  }
}
