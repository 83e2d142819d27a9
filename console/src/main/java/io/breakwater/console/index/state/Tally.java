// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.state;

import io.breakwater.console.index.Kind;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a batch adds to the counts over time. All of it is sums, so that batches may be cut
 * anywhere.
 *
 * <p>Opened less closed is what is open; with {@code net} also where a severity changed in between.
 */
public final class Tally {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final Map<Hour, Counts> hours = new TreeMap<>();
  private final Map<Took, Long> durations = new TreeMap<>();

  void opened(Kind kind, long when, int severity) {
    add(kind, when, severity, new Counts(1, 0, 1));
  }

  void closed(Kind kind, long when, int severity) {
    add(kind, when, severity, new Counts(0, 1, -1));
  }

  void closeTakenBack(Kind kind, long when, int severity) {
    add(kind, when, severity, new Counts(0, -1, 1));
  }

  void moved(Kind kind, long when, int from, int to) {
    if (from != to) {
      add(kind, when, from, new Counts(0, 0, -1));
      add(kind, when, to, new Counts(0, 0, 1));
    }
  }

  /** Counts a duration of at least 0 milliseconds, on the day on which it was over. */
  public void took(Kind kind, Measure measure, long when, int severity, long millis) {
    durations.merge(key(kind, measure, when, severity, millis), 1L, Long::sum);
  }

  void tookNot(Kind kind, Measure measure, long when, int severity, long millis) {
    durations.merge(key(kind, measure, when, severity, millis), -1L, Long::sum);
  }

  private static Took key(Kind kind, Measure measure, long when, int severity, long millis) {
    return new Took(kind, measure, when / DAY, severity, DurationBuckets.bucket(millis));
  }

  private void add(Kind kind, long when, int severity, Counts counts) {
    hours.merge(new Hour(kind, when / HOUR, severity), counts, Counts::plus);
  }

  public Map<Hour, Counts> hours() {
    return hours;
  }

  public Map<Took, Long> durations() {
    return durations;
  }

  /**
   * @param hour since 1970
   */
  public record Hour(Kind kind, long hour, int severity) implements Comparable<Hour> {
    private static final Comparator<Hour> ORDER =
        Comparator.comparing(Hour::kind).thenComparing(Hour::hour).thenComparing(Hour::severity);

    @Override
    public int compareTo(Hour other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * @param net how many more are open
   */
  public record Counts(long opened, long closed, long net) {
    Counts plus(Counts other) {
      return new Counts(opened + other.opened, closed + other.closed, net + other.net);
    }
  }

  /**
   * @param day since 1970
   * @param bucket one of {@link DurationBuckets}
   */
  public record Took(Kind kind, Measure measure, long day, int severity, int bucket)
      implements Comparable<Took> {
    private static final Comparator<Took> ORDER =
        Comparator.comparing(Took::kind)
            .thenComparing(Took::measure)
            .thenComparing(Took::day)
            .thenComparing(Took::severity)
            .thenComparing(Took::bucket);

    @Override
    public int compareTo(Took other) {
      return ORDER.compare(this, other);
    }
  }
}
