// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import io.breakwater.console.index.query.Certificate;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What pages ask for. Every method sees whole batches, and may be called by many threads.
 *
 * <p>All throw {@link IndexException} when the store fails.
 */
public interface Reader {
  /** The exposures of a selection, the most severe first. */
  Page page(Selection selection, Optional<Page.Cursor> after, int limit);

  /** How many exposures a selection has. */
  long count(Selection selection);

  /**
   * How many exposures there are of each value of some fields, the most first. What the selection
   * says of a field itself is left out of its counts, so that what else could be chosen is there.
   *
   * @throws IllegalArgumentException for a field that does not {@linkplain Field#groups group}
   */
  Map<Field, List<Count>> facets(Selection selection, List<Field> fields, int limit);

  /** As {@link #facets}, of one field. */
  default List<Count> facet(Selection selection, Field field, int limit) {
    return facets(selection, List.of(field), limit).get(field);
  }

  /**
   * The exposures of a selection in groups, the worst first, then the one with the most exposures.
   *
   * @param limit how many groups, and how many within each
   * @throws IllegalArgumentException for a field that does not {@linkplain Field#groups group}
   */
  List<Group> groups(Selection selection, Field by, Optional<Field> then, int limit);

  /** The titles that matter most. */
  List<Risk> risks(Risk.Order order, int limit);

  /** Step by step until now, the oldest first, without gaps. */
  Trend trend(Kind kind, Trend.Span span, Instant now);

  Optional<ExposureDetail> exposure(String uid);

  /** Of each of some exposures the record that says what it is now, as it came; in any order. */
  List<String> records(List<String> uids);

  /** The last number that a change has; 0 before the first. */
  long lastChange();

  /**
   * What has changed since a change, in the order of the numbers. Of an exposure or alert that has
   * changed several times only the last change is there: what is shown is as it is now.
   *
   * @param after the number of a change, or 0
   */
  List<Change> changes(long after, int limit);

  /** The record of a revision of an exposure or an alert as it came. */
  Optional<String> revision(String uid, Sequence sequence);

  /** Resources that open exposures involve, those with the most severe ones first. */
  ResourcePage resources(
      ResourceSelection selection, Optional<ResourcePage.Cursor> after, int limit);

  /** A resource that exposures involve, open or not. */
  Optional<ResourceDetail> resource(String uid);

  /** The alerts of a selection, by when the certificate expires. */
  CertificatePage certificates(
      CertificateSelection selection, Optional<CertificatePage.Cursor> after, int limit);

  /** The first of the open alerts. */
  default List<Certificate> certificates(int limit) {
    return certificates(CertificateSelection.OPEN, Optional.empty(), limit).certificates();
  }

  Optional<CertificateDetail> certificate(String uid);

  /** Which sources were heard from, about what, and when. */
  List<Heard> coverage();

  /** How long it took, by severity, the most severe first, since a day. */
  List<Took> took(Kind kind, Measure measure, Instant since);

  /** What became of updates of rules, the latest first. */
  List<RuleAnswer> ruleAnswers(int limit);

  /** What became of all records of each stream. */
  Map<RecordStream, Applied> outcomes();

  /** How many letters of each stream of dead letters are kept, by reason, the most first. */
  List<LetterCount> letterCounts();

  /** The letters of a selection, the latest first. */
  List<DeadLetter> letters(LetterSelection selection, int limit);

  /** The latest letters of both streams of dead letters. */
  default List<DeadLetter> letters(int limit) {
    return letters(LetterSelection.ALL, limit);
  }

  /** A letter with all its bytes, as far as its parts are there. */
  Optional<DeadLetter> letter(RecordStream stream, String id);

  /** How many records the index itself could not read, by stream and reason, the most first. */
  List<LetterCount> brokenCounts();

  /** The latest records that the index itself could not read. */
  List<DeadLetter> broken(int limit);
}
