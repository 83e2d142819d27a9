// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import io.breakwater.core.severity.CvssVector;
import io.breakwater.core.severity.Level;
import io.breakwater.core.severity.SeverityModel;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.Vulnerability;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a trait takes the level of a factor from: a level of its own, or something the signal says
 * ({@code exploit-available}, {@code cvss}, {@code epss}).
 */
public final class FactorSource {
  private enum Kind {
    FIXED,
    EXPLOIT_AVAILABLE,
    CVSS,
    EPSS
  }

  private final Kind kind;
  private final Level level;

  private FactorSource(Kind kind, Level level) {
    this.kind = kind;
    this.level = level;
  }

  static Optional<FactorSource> ofKey(String key) {
    switch (key) {
      case "exploit-available":
        return Optional.of(new FactorSource(Kind.EXPLOIT_AVAILABLE, null));
      case "cvss":
        return Optional.of(new FactorSource(Kind.CVSS, null));
      case "epss":
        return Optional.of(new FactorSource(Kind.EPSS, null));
      default:
        return Level.ofKey(key).map(level -> new FactorSource(Kind.FIXED, level));
    }
  }

  /** Empty when the signal does not say it: unknown. */
  public Optional<Level> level(Signal signal, SeverityModel model) {
    var vulnerability = signal.vulnerability();
    switch (kind) {
      case EXPLOIT_AVAILABLE:
        return vulnerability.flatMap(v -> model.ofExploitAvailable(v.exploitAvailable()));
      case CVSS:
        return vulnerability.flatMap(v -> model.ofCvss(CvssVector.of(v.cvssVector())));
      case EPSS:
        return vulnerability
            .filter(v -> v.epss().isPresent())
            .map(v -> model.ofEpss(v.epss().getAsDouble()));
      default:
        return Optional.of(level);
    }
  }

  /** What the level rests on, in words. */
  public String reason(Signal signal, Trait trait) {
    var vulnerability = signal.vulnerability();
    switch (kind) {
      case EXPLOIT_AVAILABLE:
        return vulnerability.map(FactorSource::exploit).orElse("");
      case CVSS:
        return vulnerability.map(v -> "CVSS " + v.cvssVector()).orElse("");
      case EPSS:
        return vulnerability.map(FactorSource::epss).orElse("");
      default:
        return trait.title();
    }
  }

  private static String exploit(Vulnerability vulnerability) {
    return vulnerability.id()
        + (vulnerability.exploitAvailable() == Known.YES
            ? " has a public exploit"
            : " is public, no exploit is known");
  }

  private static String epss(Vulnerability vulnerability) {
    return String.format(
        Locale.ROOT,
        "EPSS %.5f of %s",
        vulnerability.epss().orElse(Double.NaN),
        vulnerability.id());
  }
}
