// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.decode.Decoder;
import io.breakwater.core.exposure.Revision;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What the job is about, without Flink: records in, the last revision of each exposure out. */
final class PureCorrelation {
  private final Decoder decoder = Decoder.withLimit(1 << 20);
  private final Correlation correlation = Correlation.at(Instant.MIN, Catalogue.builtIn());

  void read(byte[] record) {
    decoder.decode(record).parts().forEach(correlation::see);
  }

  /** By the uid of the exposure. */
  Map<String, Revision> lastRevisions() {
    var last = new TreeMap<String, Revision>();
    correlation.revisions().forEach(revision -> last.put(revision.exposureUid(), revision));
    return last;
  }
}
