// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.severity;

import io.breakwater.core.signal.OpenPath;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Ports that make an exploit as easy as a level says, once they are open. */
public final class PortLevel {
  private static final int LAST_PORT = 65_535;

  private final Level level;
  private final List<Range> ranges;
  private final String why;

  PortLevel(Level level, List<Range> ranges, String why) {
    this.level = Objects.requireNonNull(level);
    this.ranges = List.copyOf(ranges);
    this.why = Objects.requireNonNull(why);
  }

  public Level level() {
    return level;
  }

  public List<Range> ranges() {
    return ranges;
  }

  /** What listens there, in words. */
  public String why() {
    return why;
  }

  /** Whether one of the ports is open on the path; a path whose ports nobody named meets none. */
  boolean meets(OpenPath path) {
    return path.firstPort() >= 0
        && ranges.stream()
            .anyMatch(range -> range.first <= path.lastPort() && path.firstPort() <= range.last);
  }

  /** One port, or all from a first to a last. */
  public static final class Range {
    private final int first;
    private final int last;

    private Range(int first, int last) {
      this.first = first;
      this.last = last;
    }

    /** Empty for what is neither a port such as 22 nor a range such as 8000-8100. */
    public static Optional<Range> parse(String text) {
      int dash = text.indexOf('-');
      try {
        int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
        int last = dash < 0 ? first : Integer.parseInt(text.substring(dash + 1));
        return first >= 0 && first <= last && last <= LAST_PORT
            ? Optional.of(new Range(first, last))
            : Optional.empty();
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return first == last ? Integer.toString(first) : first + "-" + last;
    }
  }
}
