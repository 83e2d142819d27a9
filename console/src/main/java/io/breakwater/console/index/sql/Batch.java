// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Applied;
import io.breakwater.console.index.Kind;
import io.breakwater.console.index.Outcome;
import io.breakwater.console.index.query.Heard;
import io.breakwater.console.index.record.ExposureRevision;
import io.breakwater.console.index.record.Revision;
import io.breakwater.console.index.state.Lifecycle;
import io.breakwater.console.index.state.Measure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Records are taken in: what is held is loaded, what becomes of it decided, and all written once.
 */
final class Batch implements AutoCloseable {
  private final Statements statements;
  private final PositionTable positions;
  private final ExposureTables exposures;
  private final CertificateTable certificates;
  private final RevisionTable revisions;
  private final CountTables counts;
  private final ReportTables reports;
  private final AnswerTables answers;
  private final LetterTables letters;
  private final ChangeNumbers changes;
  private final Lifecycle exposureLife;
  private final Lifecycle certificateLife;
  private final Applied applied = new Applied();

  Batch(Connection connection, Dialect dialect, Interned interned) {
    statements = new Statements(connection);
    positions = new PositionTable(statements);
    changes = new ChangeNumbers(statements);
    exposures = new ExposureTables(statements, dialect, interned, changes);
    certificates = new CertificateTable(statements, dialect, changes);
    revisions = new RevisionTable(statements);
    counts = new CountTables(statements);
    reports = new ReportTables(statements, changes);
    answers = new AnswerTables(statements, dialect, changes);
    letters = new LetterTables(statements);
    exposureLife = new Lifecycle(Kind.EXPOSURE, counts.tally());
    certificateLife = new Lifecycle(Kind.CERTIFICATE, counts.tally());
  }

  Applied apply(List<Parsed> records) throws SQLException {
    var fresh = withoutRepeated(records);
    load(fresh);
    for (var record : fresh) {
      var outcome = take(record);
      applied.count(outcome);
      positions.count(record.place().stream(), outcome);
    }
    write();
    return applied;
  }

  private List<Parsed> withoutRepeated(List<Parsed> records) throws SQLException {
    var fresh = new ArrayList<Parsed>(records.size());
    for (var record : records) {
      if (positions.isNew(record.place())) {
        fresh.add(record);
      } else {
        applied.count(Outcome.REPEATED);
      }
    }
    return fresh;
  }

  private void load(List<Parsed> records) throws SQLException {
    var exposureUids = new TreeSet<String>();
    var certificateUids = new TreeSet<String>();
    var actionAnswers = new TreeSet<String>();
    var ruleAnswers = new TreeSet<String>();
    for (var record : records) {
      if (record instanceof Parsed.OfExposure of) {
        exposureUids.add(of.exposure().revision().uid());
      } else if (record instanceof Parsed.OfCertificate of) {
        certificateUids.add(of.certificate().revision().uid());
      } else if (record instanceof Parsed.OfActionAnswer of) {
        actionAnswers.add(of.answer().uid());
      } else if (record instanceof Parsed.OfRuleAnswer of) {
        ruleAnswers.add(of.answer().uid());
      }
    }
    if (!exposureUids.isEmpty()) {
      exposures.load(exposureUids);
    }
    if (!certificateUids.isEmpty()) {
      certificates.load(certificateUids);
    }
    answers.load(actionAnswers, ruleAnswers);
  }

  private Outcome take(Parsed record) throws SQLException {
    if (record instanceof Parsed.OfExposure of) {
      return take(of);
    }
    if (record instanceof Parsed.OfCertificate of) {
      return take(of);
    }
    if (record instanceof Parsed.OfReport of) {
      reports.add(of.place(), of.report());
      return Outcome.REPORTED;
    }
    if (record instanceof Parsed.OfActionAnswer of) {
      return answers.add(of.answer()) ? Outcome.ANSWERED : Outcome.DUPLICATE;
    }
    if (record instanceof Parsed.OfRuleAnswer of) {
      return answers.add(of.answer()) ? Outcome.ANSWERED : Outcome.DUPLICATE;
    }
    if (record instanceof Parsed.OfLetter of) {
      letters.add(of.place(), of.letter());
      return Outcome.LETTER;
    }
    letters.add((Parsed.Broken) record);
    return Outcome.BROKEN;
  }

  private Outcome take(Parsed.OfExposure record) throws SQLException {
    var exposure = record.exposure();
    var outcome =
        take(
            record,
            exposure,
            exposure.revision(),
            exposures.held(exposure.revision().uid()),
            exposureLife);
    heardFrom(exposure);
    return outcome;
  }

  private Outcome take(Parsed.OfCertificate record) throws SQLException {
    var certificate = record.certificate();
    var revision = certificate.revision();
    counts.heard(
        revision.account(),
        revision.region(),
        Heard.CERTIFICATES,
        revision.time(),
        revision.time());
    return take(record, certificate, revision, certificates.held(revision.uid()), certificateLife);
  }

  private <R> Outcome take(
      Parsed record, R content, Revision revision, Held<R> held, Lifecycle life)
      throws SQLException {
    var step = life.take(held.standing(), revision, record.place().sequence());
    held.stands(step.standing());
    if (step.isState()) {
      held.says(content, step.outcome());
    }
    if (step.isHistory()) {
      revisions.add(revision, record.record(), step.outcome());
      held.addRevision();
    }
    if (step.begins() && !revision.replay() && content instanceof ExposureRevision exposure) {
      measure(exposure);
    }
    return step.outcome();
  }

  private void measure(ExposureRevision exposure) {
    var revision = exposure.revision();
    exposure
        .completed()
        .ifPresent(since -> took(Measure.DETECT, revision, revision.created() - since));
    exposure
        .firstSeen()
        .ifPresent(since -> took(Measure.DWELL, revision, revision.created() - since));
  }

  private void took(Measure measure, Revision revision, long millis) {
    counts
        .tally()
        .took(Kind.EXPOSURE, measure, revision.created(), revision.severity(), Math.max(0, millis));
  }

  private void heardFrom(ExposureRevision exposure) {
    var revision = exposure.revision();
    for (var source : exposure.sources()) {
      counts.heard(
          revision.account(),
          revision.region(),
          source,
          exposure.firstSeen().orElse(revision.time()),
          exposure.lastSeen().orElse(revision.time()));
    }
  }

  private void write() throws SQLException {
    revisions.write();
    exposures.write(revisions);
    certificates.write(revisions);
    counts.write();
    reports.write();
    answers.write();
    letters.write();
    positions.write();
    changes.write();
  }

  /** Whether what pages show has changed. */
  boolean changesSomething() {
    return changes.any();
  }

  @Override
  public void close() throws SQLException {
    statements.close();
  }
}
