package lantian.reporting.episode;

/** Is told of each published revision, in the transaction in which it is kept. */
public interface LevelChangeReader {
  void onLevelChange(LevelStep step);
}
