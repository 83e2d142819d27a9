// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The attack paths of exposures that differ, each as the part of its finding that a picture is made
 * from. They are read again from what both sides are, as it would take much to hold those of all.
 */
final class AttackPaths {
  private static final String GRAPH = "attack_graph";

  private final Map<String, String> before;
  private final Map<String, String> after;

  private AttackPaths(Map<String, String> before, Map<String, String> after) {
    this.before = before;
    this.after = after;
  }

  static AttackPaths of(Comparison comparison) {
    return new AttackPaths(
        read(comparison.before(), named(comparison, AttackPaths::isOfBefore)),
        read(comparison.after(), named(comparison, found -> found.after().isPresent())));
  }

  /** The path of what is not open any more, or leads elsewhere now. */
  Optional<String> before(Difference found) {
    return Optional.ofNullable(before.get(found.either().uid()));
  }

  Optional<String> after(Difference found) {
    return Optional.ofNullable(after.get(found.either().uid()));
  }

  boolean isEmpty() {
    return before.isEmpty() && after.isEmpty();
  }

  private static boolean isOfBefore(Difference found) {
    return found.after().isEmpty() || found.isIn(Aspect.PATH);
  }

  private static Set<String> named(Comparison comparison, Predicate<Difference> which) {
    return comparison.differences().stream()
        .filter(which)
        .map(Difference::either)
        .filter(standing -> standing.subject() == Subject.EXPOSURES)
        .map(Standing::uid)
        .collect(Collectors.toSet());
  }

  private static Map<String, String> read(Side side, Set<String> uids) {
    var paths = new HashMap<String, String>();
    if (!uids.isEmpty()) {
      Revisions.each(Standings.exposures(side.path()), revision -> take(revision, uids, paths));
    }
    return paths;
  }

  private static void take(JsonNode revision, Set<String> uids, Map<String, String> paths) {
    var uid = revision.at("/finding_info/uid").asText();
    if (!uids.contains(uid)) {
      return;
    }
    if (Revisions.isClose(revision) || !revision.path("finding_info").has(GRAPH)) {
      paths.remove(uid);
    } else {
      paths.put(uid, pictured((ObjectNode) revision).toString());
    }
  }

  /** Without what the picture does not show. */
  private static ObjectNode pictured(ObjectNode revision) {
    revision.retain("severity", "finding_info", "resources", "unmapped");
    if (revision.get("finding_info") instanceof ObjectNode info) {
      info.retain("title", "traits", GRAPH);
    }
    if (revision.get("unmapped") instanceof ObjectNode unmapped) {
      unmapped.retain("remediation_steps", "choke_points", "blast_radius");
    }
    if (revision.get("resources") instanceof ArrayNode resources) {
      while (resources.size() > 1) {
        resources.remove(resources.size() - 1);
      }
    }
    return revision;
  }
}
