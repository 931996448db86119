# Rewrites queries, so that they can be asked whether there are data behind them. Reads tokens: what stands in strings and
# between the braces of label matchers is left alone.

# A comparison answers 0 or 1 in place of leaving out; what `unless` would take away has to be there.
def answering:
  gsub("(?<kept>\"(?:[^\"\\\\]|\\\\.)*\"|\\{[^}]*\\})|(?<compares>(?:[<>]=?|[!=]=)(?:\\s*bool\\b)?)";
    if .compares == null then .kept elif .compares | endswith("bool") then .compares else .compares + " bool " end)
  | gsub("\\bunless\\b"; "and");

# The single selectors of a query, without their ranges.
def selectors:
  gsub("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)"; " ")
  | gsub("\\[[^\\]]*\\]"; " ")
  | [match("(?<![0-9a-zA-Z_:.])(?>[a-zA-Z_:][a-zA-Z0-9_:]*)(?!\\s*\\()(?:\\{[^}]*\\})?"; "g").string]
  | map(select(IN("and", "or", "unless", "bool", "offset") | not)) | unique[];

# What Grafana puts in.
def filled($jurisdiction):
  gsub("\\$jurisdiction"; $jurisdiction) | gsub("\\$mode"; "LIVE") | gsub("\\$application"; ".*")
  | gsub("\\$__rate_interval"; "1m") | gsub("\\$__range"; "5m");

# Failures that a sound platform does not have: another value of the same label stands for them.
def sound: gsub("outcome=\"SERVER_ERROR\""; "outcome!=\"\"") | gsub("result=\"failure\""; "result!=\"\"");
