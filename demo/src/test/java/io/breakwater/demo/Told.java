// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.decode.Decoder;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Severity;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What readers are told of a stream of events: event by event, nothing settles. */
final class Told {
  private final Decoder decoder = Decoder.withLimit(1 << 20);
  private final Correlation correlation = Correlation.at(Instant.MIN, Catalogue.builtIn());

  void take(byte[] record) {
    decoder.decode(record).parts().forEach(correlation::see);
  }

  long count(Activity activity) {
    return correlation.revisions().stream()
        .filter(revision -> revision.activity() == activity)
        .count();
  }

  /** Updates to a higher severity. */
  int rises() {
    Map<Arn, Severity> last = new HashMap<>();
    int rises = 0;
    for (var revision : correlation.revisions()) {
      var severity = revision.announced().severity();
      var before = last.put(revision.resource().arn(), severity);
      if (revision.activity() == Activity.UPDATE && severity.compareTo(before) > 0) {
        rises++;
      }
    }
    return rises;
  }

  Set<Severity> severities() {
    return correlation.revisions().stream()
        .filter(revision -> revision.activity() != Activity.CLOSE)
        .map(revision -> revision.announced().severity())
        .collect(Collectors.toSet());
  }

  int open() {
    return correlation.announced().size();
  }

  Set<String> openTypes() {
    return correlation.announced().values().stream()
        .map(announced -> announced.resource().type().name())
        .collect(Collectors.toSet());
  }
}
