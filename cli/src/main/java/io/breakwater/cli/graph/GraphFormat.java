// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.relation.Basis;
import io.breakwater.core.relation.Hop;
import io.breakwater.core.resource.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a neighbourhood is printed. */
enum GraphFormat {
  TEXT {
    @Override
    String print(Neighbourhood around) {
      var text = new StringBuilder();
      around
          .distances()
          .forEach(
              (resource, distance) -> {
                var indent = "  ".repeat(distance);
                text.append(indent).append(resource.type()).append(' ').append(resource.arn());
                text.append('\n');
                around
                    .traitsOf(resource)
                    .forEach(
                        trait -> text.append(indent).append("  has ").append(trait).append('\n'));
              });
      text.append('\n');
      for (var hop : around.edges()) {
        text.append(hop.sentence()).append(" So says ").append(basis(hop)).append(".\n");
      }
      if (around.leftOut() > 0) {
        text.append("And ").append(around.leftOut()).append(" more resources.\n");
      }
      return text.toString().stripTrailing();
    }
  },

  /** Graphviz. */
  DOT {
    @Override
    String print(Neighbourhood around) {
      var text = new StringBuilder("digraph neighbourhood {\n  rankdir=LR;\n  node [shape=box];\n");
      for (var resource : around.distances().keySet()) {
        var label =
            resource.arn().name()
                + "\\n"
                + resource.type()
                + around.traitsOf(resource).stream()
                    .map(trait -> "\\n" + trait)
                    .collect(Collectors.joining());
        text.append("  ").append(quoted(resource)).append(" [label=\"").append(escaped(label));
        text.append(resource.equals(around.centre()) ? "\", style=bold];\n" : "\"];\n");
      }
      for (var hop : around.edges()) {
        var relation = hop.relation();
        text.append("  ").append(quoted(relation.from())).append(" -> ");
        text.append(quoted(relation.to())).append(" [label=\"").append(relation.type().label());
        text.append("\", tooltip=\"").append(escaped(basis(hop))).append("\"];\n");
      }
      return text.append('}').toString();
    }
  },

  JSON {
    @Override
    String print(Neighbourhood around) throws JsonProcessingException {
      var json = new LinkedHashMap<String, Object>();
      json.put("resource", around.centre().arn().toString());
      json.put(
          "nodes",
          around.distances().entrySet().stream()
              .map(entry -> node(entry.getKey(), entry.getValue(), around))
              .toList());
      json.put("edges", around.edges().stream().map(GraphFormat::edge).toList());
      json.put("leftOut", around.leftOut());
      return new ObjectMapper().writeValueAsString(json);
    }
  };

  abstract String print(Neighbourhood around) throws JsonProcessingException;

  private static Map<String, Object> node(Resource resource, int distance, Neighbourhood around) {
    var node = new LinkedHashMap<String, Object>();
    node.put("arn", resource.arn().toString());
    node.put("type", resource.type().name());
    node.put("distance", distance);
    node.put("traits", List.copyOf(around.traitsOf(resource)));
    return node;
  }

  private static Map<String, Object> edge(Hop hop) {
    var edge = new LinkedHashMap<String, Object>();
    edge.put("from", hop.relation().from().arn().toString());
    edge.put("to", hop.relation().to().arn().toString());
    edge.put("type", hop.relation().type().label());
    edge.put("reason", hop.sentence());
    edge.put("basis", hop.basis().kind() == Basis.Kind.FINDING ? "finding" : "configuration");
    edge.put("product", hop.basis().product());
    edge.put("uid", hop.basis().uid());
    return edge;
  }

  private static String basis(Hop hop) {
    var basis = hop.basis();
    return basis.kind() == Basis.Kind.FINDING
        ? "finding " + basis.uid() + " of " + basis.product()
        : "the configuration of " + basis.uid();
  }

  private static String quoted(Resource resource) {
    return '"' + escaped(resource.arn().toString()) + '"';
  }

  private static String escaped(String text) {
    return text.replace("\"", "\\\"");
  }
}
