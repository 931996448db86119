package lantian.reporting.report.docx;

/** The styles of the template that the report is written in, by the names that Word keeps. */
enum WordStyle {
  FIRST_HEADING("heading 1"),
  SECOND_HEADING("heading 2"),
  THIRD_HEADING("heading 3"),
  BODY("公文正文"),
  TO_COMPLETE("公文待补"),
  CAPTION("公文图表题"),
  CHART("公文图"),
  CELL("公文表文"),
  SIGNATURE("公文署名");

  private final String styleName;

  WordStyle(String styleName) {
    this.styleName = styleName;
  }

  String styleName() {
    return styleName;
  }
}
