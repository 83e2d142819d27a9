// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Applied;
import io.breakwater.console.index.Kind;
import io.breakwater.console.index.Reader;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Sequence;
import io.breakwater.console.index.query.Certificate;
import io.breakwater.console.index.query.Count;
import io.breakwater.console.index.query.DeadLetter;
import io.breakwater.console.index.query.ExposureDetail;
import io.breakwater.console.index.query.Field;
import io.breakwater.console.index.query.Group;
import io.breakwater.console.index.query.Heard;
import io.breakwater.console.index.query.Page;
import io.breakwater.console.index.query.Risk;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.index.query.Took;
import io.breakwater.console.index.query.Trend;
import io.breakwater.console.index.state.Measure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each question gets a connection of the pool, and one moment of the store. */
final class SqlReader implements Reader {
  private final Pool pool;
  private final ExposureQueries exposures;
  private final GroupQueries groups;
  private final CountQueries counts = new CountQueries();
  private final OtherQueries others = new OtherQueries();

  SqlReader(Pool pool, Dialect dialect) {
    this.pool = pool;
    this.exposures = new ExposureQueries(dialect);
    this.groups = new GroupQueries(dialect);
  }

  @Override
  public Page page(Selection selection, Optional<Page.Cursor> after, int limit) {
    return pool.read(connection -> exposures.page(connection, selection, after, limit));
  }

  @Override
  public long count(Selection selection) {
    return pool.read(connection -> exposures.count(connection, selection));
  }

  @Override
  public List<Count> facet(Selection selection, Field field, int limit) {
    return pool.read(connection -> groups.facet(connection, selection, field, limit));
  }

  @Override
  public List<Group> groups(Selection selection, Field by, Optional<Field> then, int limit) {
    return pool.read(connection -> groups.groups(connection, selection, by, then, limit));
  }

  @Override
  public List<Risk> risks(Risk.Order order, int limit) {
    return pool.read(connection -> groups.risks(connection, order, limit));
  }

  @Override
  public Trend trend(Kind kind, Trend.Span span, Instant now) {
    return pool.read(connection -> counts.trend(connection, kind, span, now));
  }

  @Override
  public Optional<ExposureDetail> exposure(String uid) {
    return pool.read(connection -> exposures.detail(connection, uid));
  }

  @Override
  public Optional<String> revision(String uid, Sequence sequence) {
    return pool.read(connection -> exposures.body(connection, uid, sequence.key()));
  }

  @Override
  public List<Certificate> certificates(int limit) {
    return pool.read(connection -> others.certificates(connection, limit));
  }

  @Override
  public List<Heard> coverage() {
    return pool.read(counts::coverage);
  }

  @Override
  public List<Took> took(Kind kind, Measure measure, Instant since) {
    return pool.read(connection -> counts.took(connection, kind, measure, since));
  }

  @Override
  public Map<RecordStream, Applied> outcomes() {
    return pool.read(counts::outcomes);
  }

  @Override
  public List<DeadLetter> letters(int limit) {
    return pool.read(connection -> others.letters(connection, limit));
  }

  @Override
  public List<DeadLetter> broken(int limit) {
    return pool.read(connection -> others.broken(connection, limit));
  }
}
