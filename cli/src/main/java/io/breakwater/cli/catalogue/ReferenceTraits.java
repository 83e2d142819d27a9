// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The traits that AWS Security Hub documents for its exposure findings on resources of AWS. */
final class ReferenceTraits {
  private static final String FILE = "/breakwater/reference/security-hub-traits.json";

  private ReferenceTraits() {}

  /** In the order of the file. */
  static List<Row> read() throws IOException {
    try (var stream =
        Objects.requireNonNull(ReferenceTraits.class.getResourceAsStream(FILE), FILE)) {
      var rows = new ArrayList<Row>();
      for (var node : new ObjectMapper().readTree(stream).path("traits")) {
        rows.add(
            new Row(
                node.path("resourceType").asText(),
                node.path("type").asText(),
                node.path("id").asText()));
      }
      return rows;
    }
  }

  /** One of them, by the resource type it is of, what it is about, and its id. */
  record Row(String resourceType, String type, String id) {
    @Override
    public String toString() {
      return resourceType + " " + type + " " + id;
    }
  }
}
