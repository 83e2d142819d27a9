// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Applied;
import io.breakwater.console.index.Kind;
import io.breakwater.console.index.Outcome;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Severity;
import io.breakwater.console.index.query.Heard;
import io.breakwater.console.index.query.Took;
import io.breakwater.console.index.query.Trend;
import io.breakwater.console.index.state.DurationBuckets;
import io.breakwater.console.index.state.Measure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was added up over time. */
final class CountQueries {
  private static final String BEFORE =
      "SELECT severity_id, SUM(net) AS net FROM trend WHERE kind = ? AND hour < ?"
          + " GROUP BY severity_id";
  private static final String SINCE =
      "SELECT (hour - ?) / ? AS step, severity_id, SUM(opened) AS opened, SUM(closed) AS closed,"
          + " SUM(net) AS net FROM trend WHERE kind = ? AND hour >= ? AND hour < ?"
          + " GROUP BY 1, severity_id";
  private static final String TOOK =
      "SELECT severity_id, bucket, SUM(times) AS times FROM duration"
          + " WHERE kind = ? AND measure = ? AND day >= ?"
          + " GROUP BY severity_id, bucket HAVING SUM(times) > 0"
          + " ORDER BY severity_id DESC, bucket";
  private static final String HEARD =
      "SELECT account, region, source, earliest, latest FROM heard"
          + " ORDER BY account, region, source";
  private static final String OUTCOMES = "SELECT stream, outcome, records FROM outcome";

  /** Steps begin on the hour and at midnight UTC; the last one is the one that is going on. */
  Trend trend(Connection connection, Kind kind, Trend.Span span, Instant now) throws SQLException {
    long hours = span.step().toHours();
    int steps = (int) (Duration.ofDays(span.days()).toHours() / hours);
    var unit = hours == 1 ? ChronoUnit.HOURS : ChronoUnit.DAYS;
    var first = now.truncatedTo(unit).minus(span.step().multipliedBy(steps - 1L));
    long from = Duration.between(Instant.EPOCH, first).toHours();
    var open = new EnumMap<Severity, Long>(Severity.class);
    for (var sum :
        Rows.all(
            connection,
            row -> new Sum(0, Severity.of(row.getInt("severity_id")), 0, 0, row.getLong("net")),
            BEFORE,
            kind.id(),
            from)) {
      open.merge(sum.severity(), sum.net(), Long::sum);
    }
    var changes =
        Rows.all(
            connection,
            row ->
                new Sum(
                    row.getInt("step"),
                    Severity.of(row.getInt("severity_id")),
                    row.getLong("opened"),
                    row.getLong("closed"),
                    row.getLong("net")),
            SINCE,
            from,
            hours,
            kind.id(),
            from,
            from + steps * hours);
    return new Trend(span.step(), points(first, span.step(), steps, open, changes));
  }

  private record Sum(int step, Severity severity, long opened, long closed, long net) {}

  private static List<Trend.Point> points(
      Instant first, Duration step, int steps, Map<Severity, Long> open, List<Sum> changes) {
    var opened = counts(steps);
    var closed = counts(steps);
    var net = counts(steps);
    for (var sum : changes) {
      opened.get(sum.step()).merge(sum.severity(), sum.opened(), Long::sum);
      closed.get(sum.step()).merge(sum.severity(), sum.closed(), Long::sum);
      net.get(sum.step()).merge(sum.severity(), sum.net(), Long::sum);
    }
    var points = new ArrayList<Trend.Point>(steps);
    for (int i = 0; i < steps; i++) {
      net.get(i).forEach((severity, more) -> open.merge(severity, more, Long::sum));
      points.add(
          new Trend.Point(
              first.plus(step.multipliedBy(i)),
              withoutZeros(open),
              withoutZeros(opened.get(i)),
              withoutZeros(closed.get(i))));
    }
    return points;
  }

  private static List<Map<Severity, Long>> counts(int steps) {
    var counts = new ArrayList<Map<Severity, Long>>(steps);
    for (int i = 0; i < steps; i++) {
      counts.add(new EnumMap<>(Severity.class));
    }
    return counts;
  }

  private static Map<Severity, Long> withoutZeros(Map<Severity, Long> counts) {
    var some = new EnumMap<Severity, Long>(counts);
    some.values().removeIf(count -> count == 0);
    return some;
  }

  List<Took> took(Connection connection, Kind kind, Measure measure, Instant since)
      throws SQLException {
    var buckets =
        Rows.all(
            connection,
            row -> new Times(row.getInt("severity_id"), row.getInt("bucket"), row.getLong("times")),
            TOOK,
            kind.id(),
            measure.id(),
            Math.floorDiv(since.toEpochMilli(), Duration.ofDays(1).toMillis()));
    var took = new ArrayList<Took>();
    for (int from = 0; from < buckets.size(); ) {
      int to = from;
      while (to < buckets.size() && buckets.get(to).severity() == buckets.get(from).severity()) {
        to++;
      }
      took.add(took(buckets.subList(from, to)));
      from = to;
    }
    return took;
  }

  private record Times(int severity, int bucket, long times) {}

  private static Took took(List<Times> buckets) {
    long count = buckets.stream().mapToLong(Times::times).sum();
    return new Took(
        Severity.of(buckets.get(0).severity()),
        count,
        percentile(buckets, count, 50),
        percentile(buckets, count, 95));
  }

  /** The smallest of the durations that so many percent do not exceed. */
  private static Duration percentile(List<Times> buckets, long count, int percent) {
    long rank = (count * percent + 99) / 100;
    long so = 0;
    for (var bucket : buckets) {
      so += bucket.times();
      if (so >= rank) {
        return Duration.ofMillis(DurationBuckets.millis(bucket.bucket()));
      }
    }
    throw new IllegalStateException("no duration has rank " + rank + " of " + count);
  }

  List<Heard> coverage(Connection connection) throws SQLException {
    return Rows.all(
        connection,
        row ->
            new Heard(
                row.getString("account"),
                row.getString("region"),
                row.getString("source"),
                Instant.ofEpochMilli(row.getLong("earliest")),
                Instant.ofEpochMilli(row.getLong("latest"))),
        HEARD);
  }

  Map<RecordStream, Applied> outcomes(Connection connection) throws SQLException {
    var outcomes = new EnumMap<RecordStream, Applied>(RecordStream.class);
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(OUTCOMES)) {
      while (rows.next()) {
        outcomes
            .computeIfAbsent(RecordStream.of(rows.getString("stream")), any -> new Applied())
            .count(Outcome.valueOf(rows.getString("outcome")), rows.getLong("records"));
      }
    }
    return outcomes;
  }
}
