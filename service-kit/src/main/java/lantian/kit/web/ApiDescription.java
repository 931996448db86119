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
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/**
 * The description at {@code /v3/api-docs} and its page: the token that every call needs, and {@code
 * If-Match} where a version is expected.
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
