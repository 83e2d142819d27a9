// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.signal.OpenPath;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The network path in the title of an Inspector finding, which is all that Security Hub's copies
 * are known to keep of it: {@code Port 22 is reachable from an Internet Gateway - TCP}, and of
 * older findings {@code TCP port 22 which is associated with 'SSH' is reachable from the internet}
 * (both observed).
 */
final class ReachabilityTitle {
  private static final Pattern TITLE =
      Pattern.compile(
          "\\bport(?:s| range)? (\\d{1,5})(?: ?- ?(\\d{1,5}))?\\b.* reachable from (.+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PROTOCOL = Pattern.compile("\\b(TCP|UDP)\\b");

  private ReachabilityTitle() {}

  /** Empty when the title speaks of something else. */
  static Optional<OpenPath> read(String title) {
    var found = TITLE.matcher(title);
    if (!found.find()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(found.group(1));
    int last = found.group(2) == null ? first : Integer.parseInt(found.group(2));
    var protocol = PROTOCOL.matcher(title);
    return Optional.of(
        new OpenPath(
            origin(found.group(3).toLowerCase(Locale.ROOT)),
            first,
            last,
            protocol.find() ? protocol.group() : ""));
  }

  private static OpenPath.Origin origin(String place) {
    if (place.contains("internet")) {
      return OpenPath.Origin.INTERNET;
    }
    if (place.contains("peer")) {
      return OpenPath.Origin.VPC_PEERING;
    }
    return place.contains("virtual private gateway") || place.contains("vpn")
        ? OpenPath.Origin.VPN
        : OpenPath.Origin.UNKNOWN;
  }
}
