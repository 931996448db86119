# What is wrong with a board of Grafana: one line each, nothing when all is well.
def chinese: test("\\p{Han}");
def english: test("[A-Za-z]{3}");
def panels: .panels[] | (., (.panels // [])[]);

[ (if (.uid // "") | test("^lantian-[a-z-]+$") then empty else "the uid \(.uid) is not lantian-…" end),
  (if (.title | chinese) and (.title | test("^\\p{Han}")) then empty else "the title \(.title) is not Chinese first" end),
  (if any(.templating.list[]; .name == "datasource" and .type == "datasource") then empty else "there is no variable datasource" end),
  (if any(.templating.list[]; .name == "runbooks") then empty else "there is no variable runbooks" end),
  ([panels | .id] | group_by(.)[] | select(length > 1) | "the panel id \(.[0]) stands twice"),
  (panels | select(.type != "row") | . as $panel | "panel \(.id) \(.title): " as $which
    | (if .title | test("^\\p{Han}") and english then empty else $which + "the title is not Chinese first with English" end),
      (if (.description // "") | chinese and english and contains("\n\n") then empty else $which + "no description in Chinese and English" end),
      (if any((.links // [])[]; .url | test("^\\$\\{runbooks\\}/[A-Za-z]+\\.md$")) then empty else $which + "no link to a runbook" end),
      (if .datasource.uid == "${datasource}" then empty else $which + "another data source than the variable" end),
      (if (.targets // []) | length > 0 then empty else $which + "no query" end),
      (if .gridPos.x + .gridPos.w <= 24 and .gridPos.h > 0 then empty else $which + "outside the grid" end),
      (.targets[]? | (if .datasource.uid == "${datasource}" then empty else $which + "query \(.refId) has another data source" end),
        (if (.expr // "") == "" then $which + "query \(.refId) is empty" else empty end)))
] | .[]
