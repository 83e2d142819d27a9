// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.serialization.node.JsonLocationAware;
import java.util.Objects;

/** One file of a catalogue, each node of which knows its line. */
final class Document {
  private final String name;
  private final JsonNode root;

  Document(String name, JsonNode root) {
    this.name = Objects.requireNonNull(name);
    this.root = Objects.requireNonNull(root);
  }

  /** As {@code catalogue.json} names it. */
  String name() {
    return name;
  }

  JsonNode root() {
    return root;
  }

  /** Where a node is, such as {@code traits/ec2-instance.json:12}; a missing node is in no line. */
  String at(JsonNode node) {
    return node instanceof JsonLocationAware
        ? name + ":" + ((JsonLocationAware) node).tokenLocation().getLineNr()
        : name;
  }
}
