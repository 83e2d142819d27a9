// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.servicenow;

import io.breakwater.response.notice.Goal;
import io.breakwater.response.targets.Marker;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A marker as one line that fits a column of 100 characters, such as {@code breakwater
 * gs3rdusd6teh04lp23n4rcjangyrafx80jtu open nzwBqw}: the position in base 36, the goal with the
 * status after a colon where there is room for it, and the keys of remarks, of four bytes each, in
 * Base64 for URLs. The revision is not kept, which nobody compares.
 */
final class MarkerLine {
  static final int MOST_CHARACTERS = 100;

  private static final int RADIX = 36;
  private static final String KEY = "[0-9a-f]{8}";
  private static final Pattern LINE =
      Pattern.compile("breakwater ([0-9a-z]+|-) (open|done)(?::([0-9]+))?(?: ([A-Za-z0-9_-]+))?");

  private MarkerLine() {}

  static String of(Marker marker) {
    var whole = line(marker, marker.status().matches("[0-9]+") ? ":" + marker.status() : "");
    return whole.length() <= MOST_CHARACTERS ? whole : line(marker, "");
  }

  private static String line(Marker marker, String status) {
    var line =
        "breakwater "
            + (marker.position().isEmpty()
                ? "-"
                : new BigInteger(marker.position()).toString(RADIX))
            + " "
            + marker.goal().name().toLowerCase(Locale.ROOT)
            + status
            + " "
            + remarks(marker.remarks());
    return line.strip();
  }

  private static String remarks(List<String> keys) {
    var known = keys.stream().filter(key -> key.matches(KEY)).collect(Collectors.toList());
    var bytes = ByteBuffer.allocate(known.size() * Integer.BYTES);
    known.forEach(key -> bytes.putInt(Integer.parseUnsignedInt(key, 16)));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** {@link Marker#NONE} where somebody else has written there. */
  static Marker parse(String line) {
    var matcher = LINE.matcher(line.strip());
    if (!matcher.matches()) {
      return Marker.NONE;
    }
    try {
      return new Marker(
              matcher.group(1).equals("-")
                  ? ""
                  : new BigInteger(matcher.group(1), RADIX).toString(),
              "",
              Goal.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)),
              matcher.group(4) == null ? List.of() : remarks(matcher.group(4)))
          .in(matcher.group(3) == null ? "" : matcher.group(3));
    } catch (IllegalArgumentException e) {
      return Marker.NONE;
    }
  }

  private static List<String> remarks(String text) {
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
    if (bytes.remaining() % Integer.BYTES != 0) {
      throw new IllegalArgumentException("no keys");
    }
    var keys = new ArrayList<String>();
    while (bytes.hasRemaining()) {
      keys.add(String.format(Locale.ROOT, "%08x", bytes.getInt()));
    }
    return keys;
  }
}
