package lantian.broken.chance;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Breaks the rule on chance, in three ways. */
public class DrawsLots {
  int number() {
    return new Random().nextInt();
  }

  double share() {
    return Math.random();
  }

  int other() {
    return ThreadLocalRandom.current().nextInt();
  }
}
