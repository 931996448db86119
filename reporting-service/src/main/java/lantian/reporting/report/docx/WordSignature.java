package lantian.reporting.report.docx;

import java.math.BigInteger;
import lantian.reporting.report.Words;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/**
 * Who signs, two characters from the right, and under it the date, which begins two characters
 * after the name does (GB/T 9704-2012 7.3.5, a document without a seal).
 */
final class WordSignature {
  private static final int CHARACTERS_OF_A_LINE = 28;
  private static final int CHARACTERS_OF_A_DATE = 11;

  private WordSignature() {}

  static void write(WordFlow flow, String issuer, String date, Words words) {
    XWPFParagraph name = flow.paragraph(WordStyle.SIGNATURE, issuer);
    name.setKeepNext(true);
    XWPFParagraph day = flow.paragraph(WordStyle.SIGNATURE, date);
    int length = issuer.length();
    if (!words.english() && length >= CHARACTERS_OF_A_DATE && length <= CHARACTERS_OF_A_LINE - 2) {
      day.setAlignment(ParagraphAlignment.LEFT);
      int character = flow.textWidth() / CHARACTERS_OF_A_LINE;
      var indent = day.getCTPPr().isSetInd() ? day.getCTPPr().getInd() : day.getCTPPr().addNewInd();
      indent.setLeftChars(BigInteger.valueOf(100L * (CHARACTERS_OF_A_LINE - length)));
      indent.setLeft(BigInteger.valueOf((long) character * (CHARACTERS_OF_A_LINE - length)));
      indent.setRightChars(BigInteger.ZERO);
      indent.setRight(BigInteger.ZERO);
    }
  }
}
