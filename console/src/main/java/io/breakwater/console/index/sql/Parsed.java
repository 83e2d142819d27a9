// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Place;
import io.breakwater.console.index.StreamRecord;
import io.breakwater.console.index.record.ActionAnswer;
import io.breakwater.console.index.record.BrokenRecordException;
import io.breakwater.console.index.record.CertificateRevision;
import io.breakwater.console.index.record.ExposureRevision;
import io.breakwater.console.index.record.Letter;
import io.breakwater.console.index.record.Report;
import io.breakwater.console.index.record.RuleAnswer;

/** What a record says, by the form that its stream has. */
sealed interface Parsed {
  StreamRecord record();

  default Place place() {
    return record().place();
  }

  record OfExposure(StreamRecord record, ExposureRevision exposure) implements Parsed {}

  record OfCertificate(StreamRecord record, CertificateRevision certificate) implements Parsed {}

  record OfReport(StreamRecord record, Report report) implements Parsed {}

  record OfLetter(StreamRecord record, Letter letter) implements Parsed {}

  record OfActionAnswer(StreamRecord record, ActionAnswer answer) implements Parsed {}

  record OfRuleAnswer(StreamRecord record, RuleAnswer answer) implements Parsed {}

  record Broken(StreamRecord record, String reason, String detail) implements Parsed {}

  static Parsed of(StreamRecord record) {
    try {
      return switch (record.place().stream()) {
        case EXPOSURES -> new OfExposure(record, ExposureRevision.parse(record.bytes()));
        case CERTIFICATES -> new OfCertificate(record, CertificateRevision.parse(record.bytes()));
        case REPORTS -> new OfReport(record, Report.parse(record.bytes()));
        case DEAD_LETTERS, RESPONSE_DEAD_LETTERS ->
            new OfLetter(record, Letter.parse(record.place(), record.bytes()));
        case ACTION_ANSWERS -> new OfActionAnswer(record, ActionAnswer.parse(record.bytes()));
        case RULE_ANSWERS -> new OfRuleAnswer(record, RuleAnswer.parse(record.bytes()));
      };
    } catch (BrokenRecordException e) {
      return new Broken(record, e.reason().id(), e.getMessage());
    }
  }
}
