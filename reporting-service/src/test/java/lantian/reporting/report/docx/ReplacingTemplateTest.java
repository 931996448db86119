package lantian.reporting.report.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lantian.events.Mode;
import lantian.reporting.report.EvaluationReport;
import lantian.reporting.report.RenderingSampleReport;
import lantian.reporting.report.Words;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An office puts a template of its own in the place of the packaged one. */
class ReplacingTemplateTest {
  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
  @TempDir Path folder;

  @Test
  void thePackagedTemplateIsMadeOfItsReviewedPartsAndStandsTheCheck() throws IOException {
    byte[] packaged = Files.readAllBytes(TemplateParts.PACKAGED);
    assertThat(TemplateParts.of(packaged).texts())
        .as("after a change in %s run TemplateParts", TemplateParts.SOURCE)
        .isEqualTo(TemplateParts.reviewed().texts());
    put("default.docx", TemplateParts.of(packaged));
    assertThat(WordTemplates.read(folder).names()).containsOnlyKeys("default");
  }

  @Test
  void aJurisdictionGetsItsOwnTemplateTheOthersThatOfAll() throws IOException {
    put("150822.docx", office("磴口县的模板"));
    put("default.docx", office("大家的模板"));
    put("150822_en.docx", office("for English readers"));
    Files.writeString(folder.resolve("~$150822.docx"), "Word's lock");
    Files.writeString(folder.resolve("README.txt"), "ours");
    WordReport word = new WordReport(WordTemplates.read(folder), Map.of());
    assertThat(text(word, "150822", CHINESE)).contains("磴口县的模板", "一、成因技术分析");
    assertThat(text(word, "652300", CHINESE)).contains("大家的模板").doesNotContain("磴口县的模板");
    assertThat(text(word, "150822", Locale.ENGLISH)).contains("for English readers", "1. Causes");
    assertThat(text(word, "652300", Locale.ENGLISH)).contains("大家的模板");
  }

  @Test
  void oneFileIsTheTemplateOfAll() throws IOException {
    put("ours.docx", office("一个文件"));
    WordReport word = new WordReport(WordTemplates.read(folder.resolve("ours.docx")), Map.of());
    assertThat(text(word, "652300", CHINESE)).contains("一个文件");
  }

  @Test
  void whatIsNotAskedForIsLeftOut() throws IOException {
    put(
        "default.docx",
        TemplateParts.reviewed().withoutText("{{issuer}}").withoutText("{{sources}}"));
    WordReport word = new WordReport(WordTemplates.read(folder), Map.of());
    assertThat(text(word, "150822", CHINESE))
        .doesNotContain("observation.recorded.v1")
        .contains("存在的问题及改进措施");
  }

  @Test
  void aPartCanBeForDrillsOnly() throws IOException {
    put("default.docx", office("{{?drill}}仅演练使用{{/drill}}"));
    WordReport word = new WordReport(WordTemplates.read(folder), Map.of());
    assertThat(text(word, "150822", CHINESE)).doesNotContain("仅演练使用");
    EvaluationReport drill = RenderingSampleReport.sample(Mode.DRILL, CHINESE);
    assertThat(text(word.render(drill, Words.in(CHINESE)))).contains("仅演练使用");
  }

  @Test
  void theMarginsOfTheTemplateBoundTablesAndCharts() throws IOException {
    put("default.docx", TemplateParts.reviewed().replacing("w:left=\"1588\"", "w:left=\"3588\""));
    WordReport word = new WordReport(WordTemplates.read(folder), Map.of());
    try (XWPFDocument document = open(render(word, "150822", CHINESE))) {
      assertThat(document.getTables()).allMatch(table -> table.getWidth() <= 6844);
      assertThat(document.getDocument().xmlText()).contains("cx=\"" + 6844 * 635 + "\"");
    }
  }

  @Test
  void stylesAreFoundByNameWhateverTheirIds() throws IOException {
    TemplateParts renamed = TemplateParts.reviewed();
    for (String part : new String[] {"word/styles.xml", "word/document.xml"}) {
      renamed = renamed.with(part, xml -> xml.replace("\"Heading1\"", "\"1\""));
    }
    put("default.docx", renamed);
    WordReport word = new WordReport(WordTemplates.read(folder), Map.of());
    assertThat(text(word, "150822", CHINESE)).contains("七、存在的问题及改进措施");
  }

  @Test
  void theLetterheadIsTheSettings() throws IOException {
    Letterhead own = new Letterhead("磴口县专家组", "磴口县指挥部办公室", "磴重污专评", "王五");
    WordReport word = new WordReport(WordTemplates.packaged(), Map.of("150822", own));
    assertThat(text(word, "150822", CHINESE))
        .contains("磴口县专家组", "磴口县指挥部办公室：", "磴重污专评〔2016〕", "签发人：王五");
    assertThat(text(word, "652300", CHINESE))
        .contains("昌吉州重污染天气应急指挥部专家咨询组")
        .doesNotContain("磴口县专家组");
  }

  static Stream<Arguments> brokenTemplates() {
    TemplateParts good = TemplateParts.reviewed();
    return Stream.of(
        broken(good.withoutText("{{title}}"), "缺少占位符 {{title}}", "{{title}} is missing"),
        broken(good.withoutText("{{tables}}"), "缺少占位符 {{tables}}", "{{tables}} is missing"),
        broken(
            good.replacing("{{status}}", "{{statsu}}"),
            "没有 {{statsu}} 这个占位符",
            "there is no placeholder {{statsu}}"),
        broken(
            good.replacing("{{status}}", "{{drafts}}"),
            "没有 {{drafts}}",
            "no placeholder {{drafts}}"),
        broken(
            good.replacing("{{status}}", "{{@title}}"),
            "没有 {{@title}}",
            "no placeholder {{@title}}"),
        broken(
            good.replacing("{{status}}", "{{?winter}}x{{/winter}}"),
            "没有 {{?winter}}",
            "no placeholder {{?winter}}"),
        broken(
            good.replacing("{{status}}", "{{ status }}"), "“{{ status }}”处", "at \"{{ status }}\""),
        broken(good.replacing("{{status}}", "｛｛status｝｝"), "“｛｛status｝｝”处", "half-width"),
        broken(good.replacing("{{status}}", "{{status"), "“{{status”处", "at \"{{status\""),
        broken(good.withoutText("{{/sections}}"), "没有配上", "go in pairs"),
        broken(good.replacing("{{facts}}", "见{{facts}}"), "{{facts}} 要单独占", "{{facts}} has to be"),
        broken(
            good.with("word/header1.xml", xml -> xml.replace("{{drillMark}}", "")),
            "都要有 {{drillMark}}",
            "needs {{drillMark}}"),
        broken(
            good.with("word/header2.xml", xml -> xml.replace("{{drillMark}}", "")),
            "都要有 {{drillMark}}",
            "needs {{drillMark}}"),
        broken(
            good.with("word/styles.xml", xml -> xml.replace("公文表文", "表文")),
            "缺少样式“公文表文”",
            "the style \"公文表文\" is missing"),
        broken(
            good.replacing("w:left=\"1588\"", "w:left=\"9588\""), "版心窄于", "narrower than 8.8 cm"),
        broken(
            good.with("[Content_Types].xml", xml -> xml.replace("document.main", "template.main")),
            "不是 Word 文档",
            "not a Word document"));
  }

  private static Arguments broken(TemplateParts parts, String chinese, String english) {
    return Arguments.of(parts, chinese, english);
  }

  @ParameterizedTest
  @MethodSource("brokenTemplates")
  void aTemplateWithAMistakeIsRefusedWithItsName(
      TemplateParts broken, String chinese, String english) throws IOException {
    put("150822.docx", broken);
    assertThatThrownBy(() -> WordTemplates.read(folder))
        .isInstanceOf(UnusableTemplate.class)
        .hasMessageContainingAll(
            "150822.docx 不能使用", chinese, "150822.docx cannot be used", english);
  }

  @Test
  void allMistakesAreSaidAtOnce() throws IOException {
    put(
        "default.docx",
        TemplateParts.reviewed().withoutText("{{title}}").withoutText("{{notices}}"));
    assertThatThrownBy(() -> WordTemplates.read(folder))
        .hasMessageContainingAll("{{title}} is missing", "{{notices}} is missing");
  }

  @Test
  void whatIsNoTemplateIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("default.docx"), "{{title}}");
    refused(text, "不是 Word 文档", "not a Word document");
    refused(folder.resolve("nowhere"), "读不出来", "cannot be read");
    refused(folder, "不是 Word 文档", "not a Word document");
    Files.delete(text);
    refused(folder, "没有模板", "no template in the folder");
    Files.writeString(folder.resolve("磴口.docx"), "");
    refused(folder, "磴口.docx 的文件名不对", "磴口.docx has another name");
  }

  private static void refused(Path place, String chinese, String english) {
    assertThatThrownBy(() -> WordTemplates.read(place))
        .isInstanceOf(UnusableTemplate.class)
        .hasMessageContainingAll(chinese, english);
  }

  private void put(String name, TemplateParts parts) throws IOException {
    Files.write(folder.resolve(name), parts.toDocx());
  }

  private static TemplateParts office(String words) {
    return TemplateParts.reviewed().replacing("{{status}}", words);
  }

  private static byte[] render(WordReport word, String jurisdiction, Locale locale) {
    return word.render(RenderingSampleReport.sample(jurisdiction, locale), Words.in(locale));
  }

  private static String text(WordReport word, String jurisdiction, Locale locale)
      throws IOException {
    return text(render(word, jurisdiction, locale));
  }

  private static String text(byte[] docx) throws IOException {
    try (XWPFWordExtractor extractor = new XWPFWordExtractor(open(docx))) {
      return extractor.getText();
    }
  }

  private static XWPFDocument open(byte[] docx) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(docx));
  }
}
