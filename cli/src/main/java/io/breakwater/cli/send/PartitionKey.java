// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.send;

import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.decode.Decoder;
import io.breakwater.core.decode.Part;
import io.breakwater.core.hash.Sha256;
import io.breakwater.flink.Settings;
import java.util.Optional;

/** What decides to which shard a record goes. */
public enum PartitionKey {
  /** The first resource that the record names: its events stay in order. A hash for noise. */
  RESOURCE {
    @Override
    public String of(byte[] record) {
      return DECODER.decode(record).parts().stream()
          .flatMap(part -> resourceOf(part).stream())
          .findFirst()
          .orElseGet(() -> HASH.of(record));
    }
  },
  /** A hash of the record: evenly spread, and the same record goes to the same shard. */
  HASH {
    @Override
    public String of(byte[] record) {
      return Sha256.of(record);
    }
  };

  private static final Decoder DECODER = Decoder.withLimit(Settings.DEFAULT_MAX_RECORD_BYTES);

  public abstract String of(byte[] record);

  private static Optional<String> resourceOf(Part part) {
    return part.signals().stream()
        .map(signal -> signal.resource().arn())
        .findFirst()
        .or(() -> part.relations().stream().map(relation -> relation.from().arn()).findFirst())
        .or(() -> part.certificate().map(CertificateEvent::arn))
        .map(Object::toString);
  }
}
