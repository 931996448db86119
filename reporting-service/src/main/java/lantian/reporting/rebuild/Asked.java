package lantian.reporting.rebuild;

/** What comes of asking for a rebuild. */
public sealed interface Asked {
  record Accepted(Rebuild rebuild) implements Asked {}

  /** One at a time. */
  record UnderWay(Rebuild rebuild) implements Asked {}

  /** What so many events have come to would be lost: only their ids are known. */
  record EventsMissing(long events) implements Asked {}
}
