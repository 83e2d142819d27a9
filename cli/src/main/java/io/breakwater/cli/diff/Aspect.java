// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** In what two readings of one exposure differ. */
enum Aspect {
  SEVERITY,
  STATUS,
  TITLE,
  RULE,
  TRAITS,
  EVIDENCE,
  PATH,
  WEIGHING,
  WORDING;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private Object of(Standing standing) {
    return switch (this) {
      case SEVERITY -> standing.severity();
      case STATUS -> List.of(standing.status(), standing.suppressed());
      case TITLE -> standing.title();
      case RULE -> List.of(standing.rule(), standing.classification());
      case TRAITS -> standing.traits().keySet();
      case EVIDENCE -> standing.traits();
      case PATH -> standing.edges();
      case WEIGHING ->
          List.of(
              standing.likelihood(),
              standing.impact(),
              standing.factors(),
              standing.impacts(),
              standing.deciding());
      case WORDING -> standing.wording();
    };
  }

  static Set<Aspect> between(Standing before, Standing after) {
    var aspects = EnumSet.noneOf(Aspect.class);
    for (var aspect : values()) {
      if (!aspect.of(before).equals(aspect.of(after))) {
        aspects.add(aspect);
      }
    }
    return aspects;
  }
}
