// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/** What the summary of a run says became of its records, or of their findings. */
final class Books {
  private Books() {}

  /** How many of them anything became of. */
  static long accountedFor(JsonNode counts) {
    return counts.path("applied").asLong()
        + counts.path("stale").asLong()
        + counts.path("duplicate").asLong()
        + sum(counts.path("ignored"))
        + sum(counts.path("dead"));
  }

  private static long sum(JsonNode byReason) {
    return StreamSupport.stream(byReason.spliterator(), false).mapToLong(JsonNode::asLong).sum();
  }
}
