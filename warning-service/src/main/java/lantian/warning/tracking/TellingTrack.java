package lantian.warning.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Phrases;
import org.springframework.stereotype.Service;

/** Says in words how the level went: "orange in 3 of the last 4 runs". */
@Service
public class TellingTrack {

  /** Of one source; a sentence that says so where none of its runs has a level. */
  public String source(Track.OfSource source, Phrases in) {
    List<WarningLevel> levels = source.levels();
    if (levels.isEmpty()) {
      return in.text("tracking.no-level", source.source(), source.runs().size());
    }
    List<String> counts = new ArrayList<>();
    List.copyOf(source.counts().entrySet())
        .reversed()
        .forEach(
            each ->
                counts.add(in.text("tracking.count", in.level(each.getKey()), each.getValue())));
    return in.text(
        "tracking.track",
        source.source(),
        levels.size(),
        String.join(in.text("tracking.and-count"), counts),
        source.changes(),
        levels.stream().map(in::level).collect(Collectors.joining(in.text("tracking.then"))));
  }
}
