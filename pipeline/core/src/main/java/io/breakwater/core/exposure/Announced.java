// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.control.Decided;
import io.breakwater.core.hash.Sha256;
import io.breakwater.core.resource.Labels;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.severity.Impact;
import io.breakwater.core.severity.Level;
import io.breakwater.core.signal.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;

/** What readers were last told about an exposure that is open: enough to update or close it. */
public final class Announced {
  private final Resource resource;
  private final Instant since;
  private final int episode;
  private final Severity severity;
  private final Level likelihood;
  private final Impact impact;
  private final String title;
  private final String type;
  private final String ruleId;
  private final String fingerprint;
  private final boolean unconfirmed;
  private final Labels labels;

  /** All of it, as it is read from state. */
  public Announced(
      Resource resource,
      Instant since,
      int episode,
      Severity severity,
      Level likelihood,
      Impact impact,
      String title,
      String type,
      String ruleId,
      String fingerprint,
      boolean unconfirmed,
      Labels labels) {
    this.resource = Objects.requireNonNull(resource);
    this.since = Objects.requireNonNull(since);
    this.episode = episode;
    this.severity = Objects.requireNonNull(severity);
    this.likelihood = Objects.requireNonNull(likelihood);
    this.impact = Objects.requireNonNull(impact);
    this.title = Objects.requireNonNull(title);
    this.type = Objects.requireNonNull(type);
    this.ruleId = Objects.requireNonNull(ruleId);
    this.fingerprint = Objects.requireNonNull(fingerprint);
    this.unconfirmed = unconfirmed;
    this.labels = Objects.requireNonNull(labels);
  }

  static Announced of(
      Exposure exposure, Decided decided, Instant since, int episode, boolean unconfirmed) {
    return new Announced(
        exposure.resource(),
        since,
        episode,
        decided.severityOr(exposure.severity()),
        exposure.likelihood().level(),
        exposure.impact(),
        exposure.title(),
        exposure.rule().type(),
        exposure.rule().id(),
        fingerprint(exposure, decided),
        unconfirmed,
        exposure.labels());
  }

  private static String fingerprint(Exposure exposure, Decided decided) {
    var material = new ArrayList<String>();
    material.add(exposure.fingerprint());
    decided.addTo(material);
    return material.size() == 1
        ? exposure.fingerprint()
        : Sha256.identity(material.toArray(new String[0]));
  }

  public Resource resource() {
    return resource;
  }

  /** When this episode was created. */
  public Instant since() {
    return since;
  }

  /** 1 for the first time that the resource is exposed, one more each time it is again. */
  public int episode() {
    return episode;
  }

  /** As it was told: what its traits make it, unless somebody decided otherwise. */
  public Severity severity() {
    return severity;
  }

  public Level likelihood() {
    return likelihood;
  }

  public Impact impact() {
    return impact;
  }

  public String title() {
    return title;
  }

  /** The finding type, {@code Exposure/…}. */
  public String type() {
    return type;
  }

  public String ruleId() {
    return ruleId;
  }

  public String fingerprint() {
    return fingerprint;
  }

  /** Whether some of its evidence went away in this episode without anybody saying that it did. */
  public boolean unconfirmed() {
    return unconfirmed;
  }

  /** Tags and owner of the resource: readers who go by them hear of the close as well. */
  public Labels labels() {
    return labels;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Announced)) {
      return false;
    }
    var that = (Announced) other;
    return resource.equals(that.resource)
        && since.equals(that.since)
        && episode == that.episode
        && severity == that.severity
        && likelihood == that.likelihood
        && impact == that.impact
        && title.equals(that.title)
        && type.equals(that.type)
        && ruleId.equals(that.ruleId)
        && fingerprint.equals(that.fingerprint)
        && unconfirmed == that.unconfirmed
        && labels.equals(that.labels);
  }

  @Override
  public int hashCode() {
    return Objects.hash(since, fingerprint);
  }

  @Override
  public String toString() {
    return severity + " " + title + " since " + since;
  }
}
