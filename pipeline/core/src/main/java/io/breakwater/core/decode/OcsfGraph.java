// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.Shape;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The graph around a resource, its {@code resource_relationship}.
 *
 * <p>Edges name their ends by a node's {@code name} ({@code Node0}, observed) or, as OCSF has it,
 * by its {@code uid}. What an edge means follows from the types of its ends; of access only its
 * words ({@code Has access to}, observed) tell.
 *
 * @see <a href="https://schema.ocsf.io/1.8.0/objects/graph">Graph</a>
 */
final class OcsfGraph {
  static final Shape<OcsfGraph> SHAPE =
      Shape.of(OcsfGraph::new)
          .each(
              "nodes",
              Shape.of(Node::new)
                  .text("uid", (node, value) -> node.uid = value)
                  .text("name", (node, value) -> node.name = value)
                  .text("type", (node, value) -> node.type = value),
              (graph, node) -> graph.nodes.add(node))
          .each(
              "edges",
              Shape.of(Edge::new)
                  .text("source", (edge, value) -> edge.source = value)
                  .text("target", (edge, value) -> edge.target = value)
                  .text("relation", (edge, value) -> edge.relation = value),
              (graph, edge) -> graph.edges.add(edge));

  private final List<Node> nodes = new ArrayList<>(0);
  private final List<Edge> edges = new ArrayList<>(0);

  /** Nodes that are no resource of AWS, such as the internet, and edges to them are left out. */
  void relate(Resource centre, StatedRelations relations) {
    if (edges.isEmpty()) {
      return;
    }
    var scope = Scope.of(centre.arn().partition(), centre.account(), centre.region());
    var resources = resources(scope);
    for (var edge : edges) {
      var source = resources.get(edge.source);
      var target = resources.get(edge.target);
      if (source != null && target != null && !source.equals(target)) {
        edge.relate(source, target, relations);
      }
    }
  }

  private Map<String, Resource> resources(Scope scope) {
    Map<String, Resource> resources = new HashMap<>();
    for (var node : nodes) {
      CanonicalResource.of(node.uid, node.type, scope)
          .ifPresent(
              resource -> {
                resources.put(node.uid, resource);
                resources.put(node.name, resource);
              });
    }
    return resources;
  }

  private static final class Node {
    private String uid = "";
    private String name = "";
    private String type = "";
  }

  private static final class Edge {
    private String source = "";
    private String target = "";
    private String relation = "";

    void relate(Resource from, Resource to, StatedRelations relations) {
      if (relation.toLowerCase(Locale.ROOT).contains("access")) {
        relations.add(from, RelationType.CAN_ACCESS, to);
      } else {
        relations.addByType(from, to);
      }
    }
  }
}
