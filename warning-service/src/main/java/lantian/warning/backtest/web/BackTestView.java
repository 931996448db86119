package lantian.warning.backtest.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import lantian.events.ChangeKind;
import lantian.events.ChinaTime;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Phrases;
import lantian.warning.backtest.BackTest;
import lantian.warning.backtest.PlayedDay;
import lantian.warning.backtest.PlayedSeason;
import lantian.warning.backtest.PlayedWarning;
import lantian.warning.backtest.TellingBackTest;
import org.jspecify.annotations.Nullable;

/**
 * A season by two policies, as its reader sees it.
 *
 * @param hours of the season, the missing ones counted
 * @param forecasts how many were taken as issued
 * @param summary sentences: all of the season, then each year
 * @param table the years and levels with what each policy has, ready for a page
 * @param chart the same dates for all lines
 */
record BackTestView(
    String policy,
    String against,
    OffsetDateTime from,
    OffsetDateTime to,
    int hours,
    int forecasts,
    String assumption,
    List<String> summary,
    List<YearView> years,
    SeasonView tried,
    SeasonView compared,
    List<DayView> days,
    TableView table,
    ChartView chart) {

  /** What a year has, by the highest level of a warning and by the level of a day. */
  record YearView(int year, List<LevelView> levels, CountView temporaryControlDays) {}

  record LevelView(WarningLevel level, String levelName, CountView warnings, CountView days) {}

  /** By the policy tried, by the other, and how many more the first has. */
  record CountView(int tried, int against, int difference) {
    static CountView of(int tried, int against) {
      return new CountView(tried, against, tried - against);
    }
  }

  record SeasonView(String policy, List<WarningView> warnings, List<ChangeView> changes) {}

  /** {@code lifted} null: the season ended before. */
  record WarningView(
      LocalDate raised, @Nullable LocalDate lifted, WarningLevel level, int changes) {}

  record ChangeView(OffsetDateTime at, ChangeKind kind, WarningLevel from, WarningLevel to) {}

  /** The highest level in force on the day; {@code dailyAqi} null: not a whole day, or no value. */
  record DayView(
      LocalDate date, WarningLevel tried, WarningLevel against, @Nullable Integer dailyAqi) {}

  record TableView(List<String> columns, List<List<Object>> rows) {}

  /** {@code levels}: the names of the values of the first two lines, from 0. */
  record ChartView(List<LocalDate> dates, List<String> levels, List<LineView> series) {}

  record LineView(String id, String name, List<@Nullable Integer> values) {}

  static BackTestView of(BackTest test, TellingBackTest telling, Phrases in) {
    List<YearView> years = test.years().stream().map(year -> year(test, year, in)).toList();
    return new BackTestView(
        test.tried().policy().reference(),
        test.against().policy().reference(),
        ChinaTime.at(test.first()),
        ChinaTime.at(test.last()),
        test.hours(),
        test.tried().forecasts(),
        telling.assumption(in),
        telling.differences(test, in),
        years,
        season(test.tried()),
        season(test.against()),
        days(test),
        table(years, in),
        chart(test, in));
  }

  private static YearView year(BackTest test, int year, Phrases in) {
    List<LevelView> levels = new ArrayList<>();
    for (WarningLevel level : WarningLevel.values()) {
      if (level != WarningLevel.NONE) {
        levels.add(
            new LevelView(
                level,
                in.level(level),
                CountView.of(
                    test.tried().warningsIn(year, level), test.against().warningsIn(year, level)),
                CountView.of(
                    test.tried().daysIn(year, level), test.against().daysIn(year, level))));
      }
    }
    return new YearView(
        year,
        levels,
        CountView.of(
            test.tried().temporaryControlIn(year), test.against().temporaryControlIn(year)));
  }

  private static SeasonView season(PlayedSeason season) {
    return new SeasonView(
        season.policy().reference(),
        season.warnings().stream().map(BackTestView::warning).toList(),
        season.changes().stream()
            .map(
                change ->
                    new ChangeView(
                        ChinaTime.at(change.at()), change.kind(), change.from(), change.to()))
            .toList());
  }

  private static WarningView warning(PlayedWarning warning) {
    return new WarningView(
        warning.raised(), warning.lifted(), warning.highest(), warning.changes());
  }

  private static List<DayView> days(BackTest test) {
    List<DayView> days = new ArrayList<>();
    for (int i = 0; i < test.tried().days().size(); i++) {
      PlayedDay day = test.tried().days().get(i);
      days.add(
          new DayView(
              day.date(),
              day.level(),
              test.against().days().get(i).level(),
              test.dailyAqi().get(day.date())));
    }
    return days;
  }

  private static TableView table(List<YearView> years, Phrases in) {
    List<List<Object>> rows = new ArrayList<>();
    for (YearView year : years) {
      for (LevelView level : year.levels()) {
        rows.add(row(year, level.levelName(), level.warnings(), level.days()));
      }
      CountView control = year.temporaryControlDays();
      if (control.tried() > 0 || control.against() > 0) {
        rows.add(row(year, in.text("back-test.temporary-control"), null, control));
      }
    }
    return new TableView(
        List.of(
            in.text("back-test.column.year"),
            in.text("back-test.column.level"),
            in.text("back-test.column.warnings"),
            in.text("back-test.column.warnings-against"),
            in.text("back-test.column.difference"),
            in.text("back-test.column.days"),
            in.text("back-test.column.days-against"),
            in.text("back-test.column.difference")),
        rows);
  }

  private static List<Object> row(
      YearView year, String name, @Nullable CountView warnings, CountView days) {
    List<Object> row = new ArrayList<>(List.of(Integer.toString(year.year()), name));
    row.addAll(
        warnings == null
            ? List.of("", "", "")
            : List.of(warnings.tried(), warnings.against(), warnings.difference()));
    row.addAll(List.of(days.tried(), days.against(), days.difference()));
    return row;
  }

  private static ChartView chart(BackTest test, Phrases in) {
    List<WarningLevel> levels = List.of(WarningLevel.values());
    return new ChartView(
        test.tried().days().stream().map(PlayedDay::date).toList(),
        levels.stream().map(in::level).toList(),
        List.of(
            line("tried", test.tried()),
            line("against", test.against()),
            new LineView(
                "dailyAqi",
                in.text("back-test.daily-aqi"),
                test.tried().days().stream()
                    .<@Nullable Integer>map(day -> test.dailyAqi().get(day.date()))
                    .toList())));
  }

  private static LineView line(String id, PlayedSeason season) {
    return new LineView(
        id,
        season.policy().reference(),
        season.days().stream().<@Nullable Integer>map(day -> day.level().ordinal()).toList());
  }
}
