// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.decode.Decoder;
import io.breakwater.core.exposure.Announced;
import io.breakwater.core.exposure.Assessor;
import io.breakwater.core.exposure.Lifecycle;
import io.breakwater.core.exposure.Pending;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.HeldSignal;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.TraitWindow;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the job is about, without Flink: records in, the last revision of each exposure out. */
final class PureCorrelation {
  private final Decoder decoder = Decoder.withLimit(1 << 20);
  private final TraitWindow window = new TraitWindow(Catalogue.builtIn());
  private final Assessor assessor = new Assessor(Catalogue.builtIn());
  private final Map<String, Known> resources = new HashMap<>();
  private final Map<String, Revision> last = new TreeMap<>();

  void read(byte[] record) {
    decoder.decode(record).parts().stream()
        .flatMap(part -> part.signals().stream())
        .forEach(this::observe);
  }

  /** By the uid of the exposure. */
  Map<String, Revision> lastRevisions() {
    return last;
  }

  private void observe(Signal signal) {
    var known =
        resources.computeIfAbsent(signal.resource().arn().toString(), resource -> new Known());
    long key = TraitWindow.keyOf(signal);
    var seen = window.observe(Optional.ofNullable(known.signals.get(key)), signal, Instant.MIN);
    seen.held().ifPresent(held -> known.signals.put(key, held));
    seen.change()
        .filter(change -> change.kind() != TraitChange.Kind.SEEN_AGAIN)
        .ifPresent(change -> change(known, change));
  }

  private void change(Known known, TraitChange change) {
    if (change.evidence().isPresent()) {
      known.evidence.put(change.signalKey(), change.evidence().get());
    } else {
      known.evidence.remove(change.signalKey());
    }
    Lifecycle.next(
            Optional.ofNullable(known.announced),
            assessor.assess(known.evidence.values()),
            Pending.of(change))
        .ifPresent(
            revision -> {
              boolean closed = revision.activity() == Revision.Activity.CLOSE;
              known.announced = closed ? null : revision.announced();
              last.put(revision.exposureUid(), revision);
            });
  }

  private static final class Known {
    private final Map<Long, HeldSignal> signals = new HashMap<>();
    private final Map<Long, Evidence> evidence = new HashMap<>();
    private Announced announced;
  }
}
