package lantian.warning.publication.wording;

import lantian.events.Text;
import lantian.warning.publication.Texts;

/** Puts a mark before every text. */
record Marking(Text mark) {

  Texts of(Texts texts) {
    var items = texts.items();
    var advice = texts.advice();
    return new Texts(
        of(texts.headline()),
        of(texts.summary()),
        new Texts.SixItems(
            of(items.monitoring()),
            of(items.level()),
            of(items.duration()),
            of(items.severity()),
            of(items.harm()),
            of(items.measures())),
        of(texts.instruction()),
        new Texts.Advice(
            of(advice.schools()),
            of(advice.hospitals()),
            of(advice.drivers()),
            of(advice.sensitive())),
        of(texts.mediaScript()));
  }

  private Text of(Text text) {
    return new Text(mark.zh() + text.zh(), mark.en() + text.en());
  }
}
