// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.record;

import java.util.Comparator;

/** A security property of the primary resource. */
public record Trait(String uid, String category, String name, boolean contributing)
    implements Comparable<Trait> {
  private static final Comparator<Trait> ORDER =
      Comparator.comparing(Trait::uid)
          .thenComparing(Trait::category)
          .thenComparing(Trait::name)
          .thenComparing(Trait::contributing);

  public Trait {
    uid = Text.indexed(uid);
    category = Text.indexed(category);
    name = Text.indexed(name);
  }

  @Override
  public int compareTo(Trait other) {
    return ORDER.compare(this, other);
  }
}
