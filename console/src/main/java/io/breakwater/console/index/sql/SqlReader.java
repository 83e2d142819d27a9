// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Applied;
import io.breakwater.console.index.Kind;
import io.breakwater.console.index.Reader;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Sequence;
import io.breakwater.console.index.query.CertificateDetail;
import io.breakwater.console.index.query.CertificatePage;
import io.breakwater.console.index.query.CertificateSelection;
import io.breakwater.console.index.query.Change;
import io.breakwater.console.index.query.Count;
import io.breakwater.console.index.query.DeadLetter;
import io.breakwater.console.index.query.ExposureDetail;
import io.breakwater.console.index.query.Field;
import io.breakwater.console.index.query.Group;
import io.breakwater.console.index.query.Heard;
import io.breakwater.console.index.query.LetterCount;
import io.breakwater.console.index.query.LetterSelection;
import io.breakwater.console.index.query.Page;
import io.breakwater.console.index.query.ResourceDetail;
import io.breakwater.console.index.query.ResourcePage;
import io.breakwater.console.index.query.ResourceSelection;
import io.breakwater.console.index.query.Risk;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.index.query.Took;
import io.breakwater.console.index.query.Trend;
import io.breakwater.console.index.record.RuleAnswer;
import io.breakwater.console.index.state.Measure;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each question gets a connection of the pool, and one moment of the store. */
final class SqlReader implements Reader {
  private final Pool pool;
  private final ColumnStore columns;
  private final ExposureQueries exposures;
  private final CountedQueries counted;
  private final ResourceQueries resources;
  private final CountQueries counts = new CountQueries();

  SqlReader(Pool pool, ColumnStore columns, Dialect dialect, Clock clock) {
    var lookup = new Lookup(dialect, clock, columns.searches());
    this.pool = pool;
    this.columns = columns;
    this.exposures = new ExposureQueries(lookup);
    this.counted = new CountedQueries(lookup);
    this.resources = new ResourceQueries(lookup);
  }

  @Override
  public Page page(Selection selection, Optional<Page.Cursor> after, int limit) {
    return columns.ask(
        (connection, all) -> exposures.page(connection, all, selection, after, limit));
  }

  @Override
  public long count(Selection selection) {
    return columns.ask((connection, all) -> exposures.count(connection, all, selection));
  }

  @Override
  public Map<Field, List<Count>> facets(Selection selection, List<Field> fields, int limit) {
    return columns.ask(
        (connection, all) -> counted.facets(connection, all, selection, fields, limit));
  }

  @Override
  public List<Group> groups(Selection selection, Field by, Optional<Field> then, int limit) {
    return columns.ask(
        (connection, all) -> counted.groups(connection, all, selection, by, then, limit));
  }

  @Override
  public List<Risk> risks(Risk.Order order, int limit) {
    return columns.ask((connection, all) -> counted.risks(connection, all, order, limit));
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
  public List<String> records(List<String> uids) {
    return pool.read(connection -> History.records(connection, uids));
  }

  @Override
  public Optional<String> revision(String uid, Sequence sequence) {
    return pool.read(connection -> History.body(connection, uid, sequence.key()));
  }

  @Override
  public long lastChange() {
    return pool.read(ChangeNumbers::last);
  }

  @Override
  public List<Change> changes(long after, int limit) {
    return pool.read(connection -> ChangeQueries.after(connection, after, limit));
  }

  @Override
  public ResourcePage resources(
      ResourceSelection selection, Optional<ResourcePage.Cursor> after, int limit) {
    return columns.ask(
        (connection, all) -> resources.page(connection, all, selection, after, limit));
  }

  @Override
  public Optional<ResourceDetail> resource(String uid) {
    return pool.read(connection -> ResourceQueries.detail(connection, uid));
  }

  @Override
  public CertificatePage certificates(
      CertificateSelection selection, Optional<CertificatePage.Cursor> after, int limit) {
    return pool.read(connection -> CertificateQueries.page(connection, selection, after, limit));
  }

  @Override
  public Optional<CertificateDetail> certificate(String uid) {
    return pool.read(connection -> CertificateQueries.detail(connection, uid));
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
  public List<RuleAnswer> ruleAnswers(int limit) {
    return pool.read(connection -> AnswerQueries.toRules(connection, limit));
  }

  @Override
  public Map<RecordStream, Applied> outcomes() {
    return pool.read(counts::outcomes);
  }

  @Override
  public List<LetterCount> letterCounts() {
    return pool.read(LetterQueries::counts);
  }

  @Override
  public List<DeadLetter> letters(LetterSelection selection, int limit) {
    return pool.read(connection -> LetterQueries.letters(connection, selection, limit));
  }

  @Override
  public Optional<DeadLetter> letter(RecordStream stream, String id) {
    return pool.read(connection -> LetterQueries.letter(connection, stream, id));
  }

  @Override
  public List<LetterCount> brokenCounts() {
    return pool.read(LetterQueries::brokenCounts);
  }

  @Override
  public List<DeadLetter> broken(int limit) {
    return pool.read(connection -> LetterQueries.broken(connection, limit));
  }
}
