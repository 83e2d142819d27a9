// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.decode.Decoder;
import io.breakwater.core.exposure.Announced;
import io.breakwater.core.exposure.Assessor;
import io.breakwater.core.exposure.Lifecycle;
import io.breakwater.core.exposure.Pending;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.HeldSignal;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.TraitWindow;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the job makes of a stream of events, without Flink: event by event, nothing settles. */
final class Correlation {
  private final Catalogue catalogue = Catalogue.builtIn();
  private final Decoder decoder = Decoder.withLimit(1 << 20);
  private final TraitWindow window = new TraitWindow(catalogue);
  private final Assessor assessor = new Assessor(catalogue);
  private final Map<Arn, Map<Long, HeldSignal>> held = new HashMap<>();
  private final Map<Arn, Map<Long, Evidence>> evidence = new HashMap<>();
  private final Map<Arn, Announced> open = new HashMap<>();
  private final Map<Revision.Activity, Integer> revisions = new EnumMap<>(Revision.Activity.class);
  private final Set<Severity> severities = EnumSet.noneOf(Severity.class);
  private int rises;

  void take(byte[] record) {
    for (var part : decoder.decode(record).parts()) {
      part.signals().forEach(this::take);
    }
  }

  private void take(Signal signal) {
    var known = held.computeIfAbsent(signal.resource().arn(), arn -> new HashMap<>());
    long key = TraitWindow.keyOf(signal);
    var seen = window.observe(Optional.ofNullable(known.get(key)), signal, Instant.MIN);
    seen.held().ifPresent(next -> known.put(key, next));
    seen.change().ifPresent(this::take);
  }

  private void take(TraitChange change) {
    var arn = change.resource();
    var all = evidence.computeIfAbsent(arn, none -> new HashMap<>());
    switch (change.kind()) {
      case GIVEN -> all.put(change.signalKey(), change.evidence().orElseThrow());
      case SEEN_AGAIN -> {}
      case WITHDRAWN -> all.remove(change.signalKey());
    }
    var exposure = assessor.assess(all.values());
    var before = Optional.ofNullable(open.get(arn));
    Lifecycle.next(before, exposure, Pending.of(change))
        .ifPresent(revision -> count(revision, before));
  }

  private void count(Revision revision, Optional<Announced> before) {
    revisions.merge(revision.activity(), 1, Integer::sum);
    var arn = revision.resource().arn();
    if (revision.activity() == Revision.Activity.CLOSE) {
      open.remove(arn);
      return;
    }
    var severity = revision.announced().severity();
    severities.add(severity);
    if (before.filter(last -> severity.compareTo(last.severity()) > 0).isPresent()) {
      rises++;
    }
    open.put(arn, revision.announced());
  }

  int count(Revision.Activity activity) {
    return revisions.getOrDefault(activity, 0);
  }

  /** Updates to a higher severity. */
  int rises() {
    return rises;
  }

  Set<Severity> severities() {
    return severities;
  }

  int open() {
    return open.size();
  }

  Set<String> openTypes() {
    return open.values().stream()
        .map(announced -> announced.resource().type().name())
        .collect(Collectors.toSet());
  }
}
