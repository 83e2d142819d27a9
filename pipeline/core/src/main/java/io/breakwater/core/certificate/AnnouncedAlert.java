// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.signal.Severity;
import java.time.Instant;
import java.util.Objects;

/** What readers were last told of an alert: enough to go on with it, or to close it. */
public final class AnnouncedAlert {
  private final int episode;
  private final Instant since;
  private final Severity severity;
  private final String title;
  private final String fingerprint;
  private final boolean open;

  /**
   * @param episode 1 for the first alert of the certificate, one more for each that follows
   * @param since when this episode began
   * @param open false once it was closed
   */
  public AnnouncedAlert(
      int episode,
      Instant since,
      Severity severity,
      String title,
      String fingerprint,
      boolean open) {
    this.episode = episode;
    this.since = Objects.requireNonNull(since);
    this.severity = Objects.requireNonNull(severity);
    this.title = Objects.requireNonNull(title);
    this.fingerprint = Objects.requireNonNull(fingerprint);
    this.open = open;
  }

  static AnnouncedAlert of(CertificateStanding standing, int episode, Instant since) {
    var alert = standing.alert().orElseThrow();
    return new AnnouncedAlert(
        episode, since, alert.severity(), alert.title(), standing.fingerprint(), true);
  }

  AnnouncedAlert closed() {
    return new AnnouncedAlert(episode, since, severity, title, fingerprint, false);
  }

  public int episode() {
    return episode;
  }

  public Instant since() {
    return since;
  }

  public Severity severity() {
    return severity;
  }

  public String title() {
    return title;
  }

  public String fingerprint() {
    return fingerprint;
  }

  public boolean isOpen() {
    return open;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof AnnouncedAlert)) {
      return false;
    }
    var that = (AnnouncedAlert) other;
    return episode == that.episode
        && since.equals(that.since)
        && severity == that.severity
        && title.equals(that.title)
        && fingerprint.equals(that.fingerprint)
        && open == that.open;
  }

  @Override
  public int hashCode() {
    return Objects.hash(episode, fingerprint);
  }

  @Override
  public String toString() {
    return (open ? "open: " : "closed: ") + severity + " " + title;
  }
}
