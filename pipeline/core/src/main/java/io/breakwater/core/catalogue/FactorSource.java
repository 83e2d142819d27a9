// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import io.breakwater.core.severity.CvssVector;
import io.breakwater.core.severity.Level;
import io.breakwater.core.severity.SeverityModel;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.Vulnerability;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a trait takes the level of a factor from: a level of its own, or something the signal says
 * ({@code exploit}, {@code cvss}, {@code epss}, {@code open-ports}).
 */
public final class FactorSource {
  private enum Kind {
    FIXED,
    EXPLOIT,
    CVSS,
    EPSS,
    OPEN_PORTS
  }

  private final Kind kind;
  private final Level level;

  private FactorSource(Kind kind, Level level) {
    this.kind = kind;
    this.level = level;
  }

  static Optional<FactorSource> ofKey(String key) {
    switch (key) {
      case "exploit":
        return Optional.of(new FactorSource(Kind.EXPLOIT, null));
      case "cvss":
        return Optional.of(new FactorSource(Kind.CVSS, null));
      case "epss":
        return Optional.of(new FactorSource(Kind.EPSS, null));
      case "open-ports":
        return Optional.of(new FactorSource(Kind.OPEN_PORTS, null));
      default:
        return Level.ofKey(key).map(level -> new FactorSource(Kind.FIXED, level));
    }
  }

  /** As the data files write it. */
  public String key() {
    return kind == Kind.FIXED
        ? level.key()
        : kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Empty when the signal does not say it: unknown. */
  public Optional<Level> level(Signal signal, SeverityModel model) {
    var vulnerability = signal.vulnerability();
    switch (kind) {
      case EXPLOIT:
        return vulnerability.flatMap(model::ofExploit);
      case CVSS:
        return vulnerability.flatMap(v -> model.ofCvss(CvssVector.of(v.cvssVector())));
      case EPSS:
        return vulnerability
            .filter(v -> v.epss().isPresent())
            .map(v -> model.ofEpss(v.epss().getAsDouble()));
      case OPEN_PORTS:
        return signal.openPath().flatMap(model::ofPorts);
      default:
        return Optional.of(level);
    }
  }

  /** What the level rests on, in words. */
  public String reason(Signal signal, Trait trait) {
    var vulnerability = signal.vulnerability();
    switch (kind) {
      case EXPLOIT:
        return vulnerability.map(FactorSource::exploit).orElse("");
      case CVSS:
        return vulnerability.map(v -> "CVSS " + v.cvssVector()).orElse("");
      case EPSS:
        return vulnerability.map(FactorSource::epss).orElse("");
      case OPEN_PORTS:
        return signal.openPath().map(FactorSource::ports).orElse("");
      default:
        return trait.title();
    }
  }

  private static String exploit(Vulnerability vulnerability) {
    var id = vulnerability.id();
    if (vulnerability.knownExploited() == Known.YES) {
      return id + " is known to be exploited";
    }
    return vulnerability.exploitAvailable() == Known.YES
        ? id + " has a public exploit"
        : id + " is public, no exploit is known";
  }

  private static String ports(OpenPath path) {
    var protocol = path.protocol().isEmpty() ? "port" : path.protocol() + " port";
    return path.firstPort() == path.lastPort()
        ? protocol + " " + path.firstPort() + " is open"
        : protocol + "s " + path.firstPort() + " to " + path.lastPort() + " are open";
  }

  private static String epss(Vulnerability vulnerability) {
    return String.format(
        Locale.ROOT,
        "EPSS %.5f of %s",
        vulnerability.epss().orElse(Double.NaN),
        vulnerability.id());
  }
}
