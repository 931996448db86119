package lantian.reporting.report.docx;

import com.deepoove.poi.policy.AbstractRenderPolicy;
import com.deepoove.poi.render.RenderContext;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** Puts a passage where its placeholder stands, and takes the placeholder's paragraph away. */
final class WritingPassages extends AbstractRenderPolicy<WritingPassages.Passage> {

  /** Several paragraphs, tables or charts. */
  @FunctionalInterface
  interface Passage {
    void write(WordFlow flow);
  }

  @Override
  public void doRender(RenderContext<Passage> context) {
    XWPFParagraph place = (XWPFParagraph) context.getRun().getParent();
    context.getData().write(new WordFlow(place));
    clearPlaceholder(context, true);
  }
}
