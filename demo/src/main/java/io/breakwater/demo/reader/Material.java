// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is worth a revision of an exposure when it changes. All else, such as an EPSS score that
 * rises a little, is told with the next one, and where events of several resources meet, nobody
 * knows which that is: two runs over the same events are compared by this.
 */
public final class Material {
  private static final List<String> VALUES =
      List.of(
          "/severity",
          "/status",
          "/message",
          "/impact",
          "/finding_info/analytic/uid",
          "/unmapped/likelihood",
          "/unmapped/severity_explained/deciding_finding",
          "/unmapped/status_decided",
          "/unmapped/severity_decided",
          "/unmapped/ticket_requested",
          "/unmapped/comments",
          "/unmapped/suppression");

  /** What there are several of, each with what it says. */
  private static final Map<String, List<String>> LISTS =
      Map.of(
          "/finding_info/traits", List.of("/uid", "/values"),
          "/finding_info/related_events", List.of("/uid"),
          "/finding_info/attack_graph/edges", List.of("/uid"),
          "/unmapped/suppressed", List.of("/uid"),
          "/unmapped/severity_explained/factors", List.of("/id", "/value"),
          "/unmapped/severity_explained/impacts", List.of("/id", "/value"));

  private Material() {}

  /** A line for each thing that a revision says, sorted. */
  public static SortedSet<String> of(JsonNode revision) {
    var said = new TreeSet<String>();
    VALUES.forEach(pointer -> said.add(pointer + " " + revision.at(pointer)));
    LISTS.forEach(
        (list, members) -> {
          for (var item : revision.at(list)) {
            said.add(list + " " + members.stream().map(item::at).toList());
          }
        });
    return said;
  }
}
