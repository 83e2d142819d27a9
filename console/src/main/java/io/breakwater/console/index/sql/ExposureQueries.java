// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.columns.Columns;
import io.breakwater.console.index.columns.Scan;
import io.breakwater.console.index.query.Exposure;
import io.breakwater.console.index.query.ExposureDetail;
import io.breakwater.console.index.query.Page;
import io.breakwater.console.index.query.Page.Cursor;
import io.breakwater.console.index.query.Selection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Exposures one by one: in pages, and each with its past. */
final class ExposureQueries {
  private final Lookup lookup;

  ExposureQueries(Lookup lookup) {
    this.lookup = lookup;
  }

  Page page(
      Connection connection,
      Columns columns,
      Selection selection,
      Optional<Cursor> after,
      int limit)
      throws SQLException {
    long upTo =
        after.map(last -> Scan.rank(last.severity(), last.changed())).orElse(Long.MAX_VALUE);
    var scan = lookup.on(connection, columns).scan(selection);
    var highest = scan.highest(limit + 1, upTo);
    var inOrder =
        candidates(connection, highest).stream()
            .filter(one -> after.isEmpty() || one.isBehind(upTo, after.get().uid()))
            .sorted(Candidate.ORDER)
            .limit(limit + 1L)
            .toList();
    var exposures = exposures(connection, inOrder.stream().limit(limit).toList());
    return new Page(
        exposures,
        inOrder.size() > limit ? Optional.of(cursor(exposures.get(limit - 1))) : Optional.empty(),
        scan.count());
  }

  private static Cursor cursor(Exposure last) {
    return new Cursor(last.severity().id(), last.changed().toEpochMilli(), last.uid());
  }

  private record Candidate(int number, long rank, String uid) {
    private static final Comparator<Candidate> ORDER =
        Comparator.comparingLong(Candidate::rank).thenComparing(Candidate::uid).reversed();

    boolean isBehind(long lastRank, String lastUid) {
      return rank < lastRank || (rank == lastRank && uid.compareTo(lastUid) < 0);
    }
  }

  private static List<Candidate> candidates(Connection connection, List<Scan.Ranked> ranked)
      throws SQLException {
    var candidates = new ArrayList<Candidate>();
    for (int from = 0; from < ranked.size(); from += Fragment.MOST_VALUES) {
      var ranks = new HashMap<Integer, Long>();
      ranked
          .subList(from, Math.min(ranked.size(), from + Fragment.MOST_VALUES))
          .forEach(one -> ranks.put(one.number(), one.rank()));
      var is = Fragment.isOneOf("id", List.copyOf(ranks.keySet()));
      Rows.each(
          connection,
          row -> {
            int number = row.getInt("id");
            candidates.add(new Candidate(number, ranks.get(number), row.getString("uid")));
          },
          new Fragment("SELECT id, uid FROM exposure WHERE " + is.sql(), is.parameters()));
    }
    return candidates;
  }

  private static List<Exposure> exposures(Connection connection, List<Candidate> inOrder)
      throws SQLException {
    var is = Fragment.isOneOf("e.id", inOrder.stream().map(Candidate::number).toList());
    var byUid = new HashMap<String, Exposure>();
    ExposureRows.of(connection, "exposure", " WHERE " + is.sql(), is.parameters())
        .forEach(found -> byUid.put(found.exposure().uid(), found.exposure()));
    return inOrder.stream().map(one -> byUid.get(one.uid())).toList();
  }

  long count(Connection connection, Columns columns, Selection selection) throws SQLException {
    return lookup.on(connection, columns).scan(selection).count();
  }

  Optional<ExposureDetail> detail(Connection connection, String uid) throws SQLException {
    var found = ExposureRows.of(connection, "exposure", " WHERE e.uid = ?", List.of(uid));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ExposureDetail(
            found.get(0).exposure(),
            History.body(connection, uid, found.get(0).said()).orElseThrow(),
            History.revisions(connection, uid),
            Tickets.of(connection, uid),
            History.reports(connection, uid),
            AnswerQueries.about(connection, uid)));
  }
}
