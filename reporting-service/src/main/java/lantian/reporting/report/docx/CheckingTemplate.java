package lantian.reporting.report.docx;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.template.BlockTemplate;
import com.deepoove.poi.template.ElementTemplate;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lantian.reporting.report.docx.UnusableTemplate.Fault;
import org.apache.poi.xwpf.usermodel.BodyType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRelation;

/** Finds all that is wrong with a template before a report is owed. */
final class CheckingTemplate {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[?/]?\\w+}}|\\{\\{/}}");

  /** Braces that stand alone, have a space inside or were typed at full width. */
  private static final Pattern STRAY = Pattern.compile(".{0,12}(?:\\{\\{|}}|｛｛|｝｝).{0,20}");

  private static final int NARROWEST_TEXT = 5_000;

  private final XWPFTemplate template;
  private final Set<Fault> faults = new LinkedHashSet<>();
  private final Set<String> found = new TreeSet<>();

  private CheckingTemplate(XWPFTemplate template) {
    this.template = template;
  }

  static void check(WordTemplate candidate) {
    List<Fault> faults;
    try (XWPFTemplate template = open(candidate)) {
      faults = new CheckingTemplate(template).faults();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!faults.isEmpty()) {
      throw new UnusableTemplate(candidate.name(), faults);
    }
    try {
      TrialReport.fill(candidate);
    } catch (RuntimeException e) {
      throw new UnusableTemplate(
          candidate.name(), List.of(new Fault("trial", String.valueOf(e.getMessage()))), e);
    }
  }

  private static XWPFTemplate open(WordTemplate candidate) {
    try {
      return candidate.open();
    } catch (com.deepoove.poi.exception.ResolverException e) {
      boolean marks = String.valueOf(e.getMessage()).contains("tags");
      Fault fault =
          marks ? new Fault("marks", String.valueOf(e.getMessage())) : new Fault("not-word");
      throw new UnusableTemplate(candidate.name(), List.of(fault), e);
    } catch (RuntimeException e) {
      throw new UnusableTemplate(candidate.name(), List.of(new Fault("not-word")), e);
    }
  }

  private List<Fault> faults() {
    XWPFDocument document = template.getXWPFDocument();
    if (!XWPFRelation.DOCUMENT
        .getContentType()
        .equals(document.getPackagePart().getContentType())) {
      faults.add(new Fault("not-word"));
    }
    walk(template.getElementTemplates(), false);
    for (String needed : Placeholders.NEEDED) {
      if (!found.contains(needed)) {
        faults.add(new Fault("missing", "{{" + needed + "}}"));
      }
    }
    styles(document);
    page(document);
    TemplateText.of(document).forEach(this::strayBraces);
    if (!TemplateText.headersOfEveryPage(document).stream()
        .allMatch(text -> text.contains("{{" + Placeholders.DRILL_MARK + "}}"))) {
      faults.add(new Fault("drill-mark"));
    }
    return new ArrayList<>(faults);
  }

  private void walk(List<MetaTemplate> metas, boolean inSection) {
    for (MetaTemplate meta : metas) {
      if (meta instanceof BlockTemplate block) {
        block(block, inSection);
      } else if (meta instanceof ElementTemplate element) {
        element(element, inSection);
      }
    }
  }

  private void block(BlockTemplate block, boolean inSection) {
    String name = block.getStartMark().getTagName();
    boolean sections = Placeholders.SECTIONS.equals(name) && !inSection;
    if (!sections && (inSection || !Placeholders.CONDITIONS.contains(name))) {
      faults.add(new Fault("unknown", block.getStartMark().getSource()));
      return;
    }
    if (sections) {
      found.add(name);
    }
    // What stands in a condition is not there for every report, so it does not count as found.
    Set<String> before = Set.copyOf(found);
    walk(block.getTemplates(), sections);
    if (!sections) {
      found.retainAll(before);
    }
  }

  private void element(ElementTemplate element, boolean inSection) {
    String name = element.getTagName();
    Set<String> texts = inSection ? Placeholders.TEXTS_OF_A_SECTION : Placeholders.TEXTS;
    Set<String> passages = inSection ? Placeholders.PASSAGES_OF_A_SECTION : Placeholders.PASSAGES;
    boolean plain = element.getSign() == null || element.getSign() == '\0';
    if (!(element instanceof RunTemplate run)
        || !plain
        || !(texts.contains(name) || passages.contains(name))) {
      faults.add(new Fault("unknown", element.getSource()));
      return;
    }
    found.add(name);
    if (passages.contains(name) && !alone(run)) {
      faults.add(new Fault("alone", element.getSource()));
    }
  }

  private static boolean alone(RunTemplate run) {
    return run.getRun().getParent() instanceof XWPFParagraph paragraph
        && paragraph.getBody().getPartType() == BodyType.DOCUMENT
        && paragraph.getText().strip().equals(run.getSource());
  }

  private void styles(XWPFDocument document) {
    for (WordStyle style : WordStyle.values()) {
      if (WordFlow.findId(document, style).isEmpty()) {
        faults.add(new Fault("style", style.styleName()));
      }
    }
  }

  private static boolean hasPage(XWPFDocument document) {
    var body = document.getDocument().getBody();
    return body.isSetSectPr() && body.getSectPr().isSetPgSz() && body.getSectPr().isSetPgMar();
  }

  private void page(XWPFDocument document) {
    if (!hasPage(document) || WordFlow.textWidth(document) < NARROWEST_TEXT) {
      faults.add(new Fault("page"));
    }
  }

  private void strayBraces(String text) {
    Matcher stray = STRAY.matcher(PLACEHOLDER.matcher(text).replaceAll(""));
    while (stray.find()) {
      faults.add(new Fault("stray", stray.group().strip()));
    }
  }
}
