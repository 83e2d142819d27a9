// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.signal;

import io.breakwater.core.hash.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a finding says of its resource beside itself: the tags, and whose it is.
 *
 * <p>Each becomes a signal of its own, of no product, and there is one of each for a resource: so
 * the latest word counts whichever finding or item it came with, it outlives that one, and goes
 * with the resource.
 */
public enum Label {
  TAGS("ResourceTags"),
  OWNER("ResourceOwner");

  private final String kind;
  private final long key;

  Label(String kind) {
    this.kind = kind;
    this.key = Sha256.key(Product.BREAKWATER, kind);
  }

  /** What a signal says of labels, which may be nothing. */
  public static List<Signal> saidBy(Signal signal) {
    if (signal.tags().isEmpty() && signal.owner().isEmpty()) {
      return List.of();
    }
    var labels = new ArrayList<Signal>(2);
    signal.tags().ifPresent(tags -> labels.add(TAGS.from(signal).tags(tags).build()));
    if (!signal.owner().isEmpty()) {
      labels.add(OWNER.from(signal).owner(signal.owner()).build());
    }
    return labels;
  }

  private Signal.Builder from(Signal signal) {
    return Signal.builder()
        .product(Product.BREAKWATER)
        .findingUid(kind)
        .kind(kind)
        .resource(signal.resource())
        .updatedAt(signal.updatedAt())
        .observedAt(signal.observedAt())
        .replayed(signal.replayed());
  }

  /** Whether a signal is one of these. */
  public static boolean is(Signal signal) {
    return signal.product().equals(Product.BREAKWATER)
        && Arrays.stream(values()).anyMatch(label -> label.kind.equals(signal.kind()));
  }

  /** Whether a signal of the key is one of these. */
  public static boolean hasKey(long key) {
    return key == TAGS.key || key == OWNER.key;
  }
}
