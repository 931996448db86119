package lantian.warning.series;

import java.time.Instant;
import java.util.List;
import lantian.events.ChinaTime;

/** The points of a forecast or of a measurement as they were given: contiguous and in order. */
public sealed interface Points {

  int size();

  /** The first hour. */
  Instant first();

  /** The last hour; of days, the last hour of the last one. */
  Instant last();

  Series series(DailyValue which);

  /** One point for each hour. */
  record Hourly(List<HourlyPoint> points) implements Points {
    public Hourly {
      points = List.copyOf(points);
    }

    @Override
    public int size() {
      return points.size();
    }

    @Override
    public Instant first() {
      return points.getFirst().at();
    }

    @Override
    public Instant last() {
      return points.getLast().at();
    }

    @Override
    public Series series(DailyValue which) {
      return Series.hourly(points);
    }
  }

  /** One point for each natural day. */
  record Daily(List<DailyPoint> points) implements Points {
    public Daily {
      points = List.copyOf(points);
    }

    @Override
    public int size() {
      return points.size();
    }

    @Override
    public Instant first() {
      return points.getFirst().date().atStartOfDay(ChinaTime.ZONE).toInstant();
    }

    @Override
    public Instant last() {
      return points.getLast().date().atTime(23, 0).atZone(ChinaTime.ZONE).toInstant();
    }

    @Override
    public Series series(DailyValue which) {
      return Series.daily(points, which);
    }
  }
}
