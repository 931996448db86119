package lantian.warning.policy.file;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A pack's document as somebody wrote it, YAML or JSON; one document, no field twice. */
public enum PackText {
  JSON {
    @Override
    public JsonNode parse(byte[] text) {
      return AS_JSON.readTree(text);
    }
  },
  YAML {
    @Override
    public JsonNode parse(byte[] text) {
      return AS_YAML.readTree(text);
    }
  };

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(32)
          .maxStringLength(65_536)
          .maxNumberLength(64)
          .maxNameLength(256)
          .build();
  private static final JsonMapper AS_JSON =
      JsonMapper.builder(
              tools.jackson.core.json.JsonFactory.builder().streamReadConstraints(LIMITS).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();
  private static final YAMLMapper AS_YAML =
      YAMLMapper.builder(YAMLFactory.builder().streamReadConstraints(LIMITS).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  /**
   * @throws tools.jackson.core.JacksonException where it is neither
   */
  public abstract JsonNode parse(byte[] text);
}
