// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.redrive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of dead letters.
 *
 * @param accepted how many of the chosen ones the stream has; none of a dry run
 */
public record Redriven(Selection selection, String stream, boolean dryRun, long accepted) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whether all that was to be sent was sent. */
  public boolean isComplete() {
    return dryRun || accepted == chosen();
  }

  private int chosen() {
    return sum(selection.chosen());
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  public String toText() {
    var lines = new ArrayList<String>();
    lines.add(
        dryRun
            ? "%d records would be sent to stream %s".formatted(chosen(), stream)
            : "%d of %d records sent to stream %s".formatted(accepted, chosen(), stream));
    selection.chosen().forEach((reason, n) -> lines.add("  %6d  were %s".formatted(n, reason)));
    if (!selection.stillDead().isEmpty()) {
      lines.add("%d would be dead letters again, and are not sent".formatted(stillDead()));
      selection.stillDead().forEach((reason, n) -> lines.add("  %6d  %s".formatted(n, reason)));
    }
    add(selection.ofActions(), "are of the control stream, and no findings", lines);
    add(selection.otherReasons(), "have other reasons", lines);
    add(selection.incomplete(), "lack a part that was not read", lines);
    add(selection.broken(), "records are no dead letters, or damaged", lines);
    return String.join("\n", lines);
  }

  private int stillDead() {
    return sum(selection.stillDead());
  }

  private static void add(int count, String what, ArrayList<String> lines) {
    if (count > 0) {
      lines.add("%d %s".formatted(count, what));
    }
  }

  public String toJson() {
    var map = new LinkedHashMap<String, Object>();
    map.put("stream", stream);
    map.put("dryRun", dryRun);
    map.put("records", selection.records());
    map.put("chosen", selection.chosen());
    map.put("accepted", accepted);
    map.put("stillDead", selection.stillDead());
    map.put("ofActions", selection.ofActions());
    map.put("otherReasons", selection.otherReasons());
    map.put("incomplete", selection.incomplete());
    map.put("broken", selection.broken());
    try {
      return JSON.writeValueAsString(map);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
