// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.state.Tally;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** What is added up: the trend, how long things took, what was heard from where. */
final class CountTables {
  private static final String TREND =
      "INSERT INTO trend (kind, hour, severity_id, opened, closed, net) VALUES (?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (kind, hour, severity_id) DO UPDATE SET"
          + " opened = trend.opened + excluded.opened,"
          + " closed = trend.closed + excluded.closed,"
          + " net = trend.net + excluded.net";
  private static final String DURATION =
      "INSERT INTO duration (kind, measure, day, severity_id, bucket, times)"
          + " VALUES (?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (kind, measure, day, severity_id, bucket)"
          + " DO UPDATE SET times = duration.times + excluded.times";
  private static final String HEARD =
      "INSERT INTO heard (account, region, source, earliest, latest) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT (account, region, source) DO UPDATE SET"
          + " earliest = CASE WHEN excluded.earliest < heard.earliest"
          + " THEN excluded.earliest ELSE heard.earliest END,"
          + " latest = CASE WHEN excluded.latest > heard.latest"
          + " THEN excluded.latest ELSE heard.latest END";

  private final Statements statements;
  private final Tally tally = new Tally();
  private final Map<Source, Span> heard = new TreeMap<>();

  CountTables(Statements statements) {
    this.statements = statements;
  }

  private record Source(String account, String region, String name) implements Comparable<Source> {
    private static final Comparator<Source> ORDER =
        Comparator.comparing(Source::account)
            .thenComparing(Source::region)
            .thenComparing(Source::name);

    @Override
    public int compareTo(Source other) {
      return ORDER.compare(this, other);
    }
  }

  private record Span(long earliest, long latest) {
    Span and(Span other) {
      return new Span(Math.min(earliest, other.earliest), Math.max(latest, other.latest));
    }
  }

  Tally tally() {
    return tally;
  }

  void heard(String account, String region, String source, long earliest, long latest) {
    heard.merge(new Source(account, region, source), new Span(earliest, latest), Span::and);
  }

  void write() throws SQLException {
    for (var hour : tally.hours().entrySet()) {
      statements.add(
          TREND,
          hour.getKey().kind().id(),
          hour.getKey().hour(),
          hour.getKey().severity(),
          hour.getValue().opened(),
          hour.getValue().closed(),
          hour.getValue().net());
    }
    statements.send(TREND);
    for (var duration : tally.durations().entrySet()) {
      statements.add(
          DURATION,
          duration.getKey().kind().id(),
          duration.getKey().measure().id(),
          duration.getKey().day(),
          duration.getKey().severity(),
          duration.getKey().bucket(),
          duration.getValue());
    }
    statements.send(DURATION);
    for (var source : heard.entrySet()) {
      statements.add(
          HEARD,
          source.getKey().account(),
          source.getKey().region(),
          source.getKey().name(),
          source.getValue().earliest(),
          source.getValue().latest());
    }
    statements.send(HEARD);
  }
}
