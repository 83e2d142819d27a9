// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import io.breakwater.core.document.Document;
import io.breakwater.core.document.Faults;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tactics and techniques of MITRE ATT&amp;CK that exposure rules may name. */
final class AttackReader {
  private final Map<String, String> tactics = new HashMap<>();
  private final Map<String, String> techniques = new HashMap<>();
  private final Map<String, Set<String>> tacticsOf = new HashMap<>();

  AttackReader(Document document, Faults faults) {
    document
        .root()
        .path("tactics")
        .properties()
        .forEach(tactic -> tactics.put(tactic.getKey(), tactic.getValue().asText()));
    for (var technique : document.root().path("techniques").properties()) {
      var id = technique.getKey();
      techniques.put(id, technique.getValue().path("name").asText());
      var named = technique.getValue().path("tactics");
      faults.unknown(
          document, named, tactics.keySet(), "technique '" + id + "': there is no tactic");
      var ids = new HashSet<String>();
      named.forEach(tactic -> ids.add(tactic.asText()));
      tacticsOf.put(id, ids);
    }
  }

  /** Empty for a pair that ATT&amp;CK, as the catalogue has it, does not know. */
  Optional<Attack> attack(String tactic, String technique) {
    return tacticsOf.getOrDefault(technique, Set.of()).contains(tactic)
        ? Optional.of(new Attack(tactic, tactics.get(tactic), technique, techniques.get(technique)))
        : Optional.empty();
  }
}
