package lantian.broken.domain;

import tools.jackson.databind.JsonNode;

/** Breaks the rule that a feature's root stands alone. */
public record JsonDuty(JsonNode body) {}
