package lantian.kit.observability;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Whether the books balance. */
final class BooksSurvey implements Survey {
  private static final Measure IMBALANCE =
      Measure.count("books.imbalance", "Entries that should agree and do not, by invariant");

  private final List<Books> books;
  private final Clock clock;
  private final Duration patience;

  BooksSurvey(List<Books> books, Clock clock, Duration patience) {
    this.books = books;
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public List<Measure> measures() {
    return List.of(IMBALANCE);
  }

  @Override
  public List<Figure> look() {
    var now = clock.instant();
    return books.stream()
        .flatMap(book -> book.imbalances(now, patience).entrySet().stream())
        .map(found -> IMBALANCE.is(found.getValue(), "invariant", found.getKey()))
        .toList();
  }
}
