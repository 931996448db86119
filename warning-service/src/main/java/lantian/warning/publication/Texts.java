package lantian.warning.publication;

import java.util.ArrayList;
import java.util.List;
import lantian.events.Text;

/**
 * All that is said of a revision, Chinese and English.
 *
 * @param headline the title; 35 characters at the most in Chinese
 * @param summary the whole of it in a paragraph
 * @param items the six things that the public is told of (seed 000 row 5)
 * @param instruction what everybody is asked to do
 * @param advice for those who need to know more
 * @param mediaScript to be read out
 */
public record Texts(
    Text headline,
    Text summary,
    SixItems items,
    Text instruction,
    Advice advice,
    Text mediaScript) {

  /**
   * 环境空气质量监测数据、预警等级、可能持续的时间、污染程度、潜在的危害及防范建议、应急工作情况.
   *
   * @param harm what it does to people, and how they protect themselves
   * @param measures what is being done
   */
  public record SixItems(
      Text monitoring, Text level, Text duration, Text severity, Text harm, Text measures) {}

  /** In words for schools, hospitals, drivers and sensitive people (敏感人群). */
  public record Advice(Text schools, Text hospitals, Text drivers, Text sensitive) {}

  /** One text with its place, as a JSON pointer. */
  public record Placed(String pointer, Text text) {}

  /** Every one of them. */
  public List<Placed> all() {
    var all = new ArrayList<Placed>();
    all.add(new Placed("/headline", headline));
    all.add(new Placed("/summary", summary));
    all.add(new Placed("/items/monitoring", items.monitoring()));
    all.add(new Placed("/items/level", items.level()));
    all.add(new Placed("/items/duration", items.duration()));
    all.add(new Placed("/items/severity", items.severity()));
    all.add(new Placed("/items/harm", items.harm()));
    all.add(new Placed("/items/measures", items.measures()));
    all.add(new Placed("/instruction", instruction));
    all.add(new Placed("/advice/schools", advice.schools()));
    all.add(new Placed("/advice/hospitals", advice.hospitals()));
    all.add(new Placed("/advice/drivers", advice.drivers()));
    all.add(new Placed("/advice/sensitive", advice.sensitive()));
    all.add(new Placed("/mediaScript", mediaScript));
    return all;
  }
}
