// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.trait;

import io.breakwater.core.hash.Hash64;
import io.breakwater.core.resource.Tags;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.Label;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalVersion;
import io.breakwater.core.signal.Vulnerability;

/**
 * The version of a signal: its times, and a hash of all that it says besides.
 *
 * <p>A time of creation that is told apart from the update time is something the signal says; one
 * that merely stands in for it is not, or no two versions would ever say the same. Tags and owner
 * of the resource are no part of what a finding says: they have versions of their own.
 */
final class VersionOf {
  private VersionOf() {}

  static SignalVersion signal(Signal signal) {
    return new SignalVersion(signal.updatedAt(), signal.observedAt(), content(signal));
  }

  private static long content(Signal signal) {
    var hash =
        new Hash64()
            .add(signal.resource().type().name())
            .add(signal.resource().account())
            .add(signal.resource().region())
            .add(signal.severity().ocsfId())
            .add(signal.state().label())
            .add(signal.title())
            .add(signal.kind())
            .add(signal.control());
    if (!signal.createdAt().equals(signal.updatedAt())) {
      hash.add(signal.createdAt().toEpochMilli());
    }
    hash.add(signal.vulnerability().isPresent() ? 1 : 0);
    signal.vulnerability().ifPresent(vulnerability -> add(hash, vulnerability));
    hash.add(signal.openPath().isPresent() ? 1 : 0);
    signal.openPath().ifPresent(path -> add(hash, path));
    signal.attributes().forEach((name, value) -> hash.add(name).add(value));
    signal
        .relations()
        .forEach(
            relation ->
                hash.add(relation.type().label())
                    .add(relation.from().arn().toString())
                    .add(relation.to().arn().toString()));
    if (Label.is(signal)) {
      hash.add(signal.owner());
      signal.tags().ifPresent(tags -> add(hash, tags));
    }
    return hash.value();
  }

  private static void add(Hash64 hash, Tags tags) {
    tags.values().forEach((name, value) -> hash.add(name).add(value));
    hash.add(tags.leftOut());
  }

  private static void add(Hash64 hash, OpenPath path) {
    hash.add(path.origin().name()).add(path.firstPort()).add(path.lastPort()).add(path.protocol());
    if (!path.steps().isEmpty()) {
      hash.add(path.steps().size());
      path.steps().forEach(step -> hash.add(step.id()).add(step.type()));
    }
  }

  private static void add(Hash64 hash, Vulnerability vulnerability) {
    hash.add(vulnerability.id())
        .add(vulnerability.cvssVector())
        .add(vulnerability.cvssScore().orElse(-1))
        .add(vulnerability.epss().orElse(-1))
        .add(vulnerability.exploitAvailable().name())
        .add(vulnerability.fixAvailable().name())
        .add(vulnerability.packages().size());
    if (vulnerability.knownExploited() != Known.UNKNOWN) {
      hash.add(vulnerability.knownExploited().name());
    }
    vulnerability
        .packages()
        .forEach(pack -> hash.add(pack.name()).add(pack.version()).add(pack.fixedInVersion()));
  }
}
