// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.servicenow;

import io.breakwater.response.notice.Goal;
import io.breakwater.response.targets.Marker;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A marker as one line that fits a column of 100 characters, such as {@code breakwater
 * 49590338271490256608559692538361571095921575989136588898 done! 0f1e2d3c4b5a6978}. The exclamation
 * mark says that people were told that the ticket cannot be brought there. Of the revision only the
 * start is kept, which nobody compares.
 */
final class MarkerLine {
  static final int MOST_CHARACTERS = 100;

  private static final int REVISION_CHARACTERS = 16;
  private static final Pattern LINE =
      Pattern.compile("breakwater (\\d+|-) (open|done)(!?)(?: (\\S*))?");

  private MarkerLine() {}

  static String of(Marker marker) {
    var revision = marker.revision().replaceAll("[^!-~]", "");
    return "breakwater "
        + (marker.position().isEmpty() ? "-" : marker.position())
        + " "
        + marker.goal().name().toLowerCase(Locale.ROOT)
        + (marker.isRefused() ? "!" : "")
        + " "
        + revision.substring(0, Math.min(revision.length(), REVISION_CHARACTERS));
  }

  /** {@link Marker#NONE} where somebody else has written there. */
  static Marker parse(String line) {
    var matcher = LINE.matcher(line.strip());
    if (!matcher.matches()) {
      return Marker.NONE;
    }
    return new Marker(
        matcher.group(1).equals("-") ? "" : matcher.group(1),
        matcher.group(4) == null ? "" : matcher.group(4),
        Goal.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)),
        !matcher.group(3).isEmpty());
  }
}
