// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.consumer.Actions.Action;
import io.breakwater.consumer.OpenSet.Effect;
import java.io.PrintStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What becomes of a record: it changes what is open, and people may have to hear of it. One that is
 * malformed is counted and told, and changes nothing.
 */
final class Intake implements RecordHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OpenSet open;
  private final Actions actions;
  private final PrintStream out;
  private final PrintStream errors;
  private final Map<Effect, Integer> effects = new EnumMap<>(Effect.class);
  private int malformed;
  private Instant latest = Instant.MIN;

  /**
   * @param out takes a line for each revision to act on: in its place stands what notifies, pages
   *     or opens tickets
   * @param errors takes a line for each record that is malformed
   */
  Intake(OpenSet open, Actions actions, PrintStream out, PrintStream errors) {
    this.open = open;
    this.actions = actions;
    this.out = out;
    this.errors = errors;
  }

  @Override
  public void take(byte[] data, Instant arrived, String place) {
    latest = arrived.isAfter(latest) ? arrived : latest;
    try {
      var revision = Revision.parse(data);
      effects.merge(open.take(revision), 1, Integer::sum);
      actions.on(revision, arrived).ifPresent(action -> act(action, revision));
    } catch (MalformedRecordException e) {
      malformed++;
      errors.println("malformed record at " + place + ": " + e.getMessage());
    }
  }

  /** Whoever acts on it for good should do so once for each uid, revision and action, too. */
  private void act(Action action, Revision revision) {
    out.println(
        JSON.createObjectNode()
            .put("action", action.name().toLowerCase(Locale.ROOT))
            .put("uid", revision.uid())
            .put("revision", revision.revisionUid())
            .put("episode", revision.episode())
            .put("severity", revision.severity())
            .put("title", revision.title()));
  }

  /** When the latest record came; long ago when there was none. */
  Instant latest() {
    return latest;
  }

  /** What came of all records, in a sentence. */
  String summary() {
    int revisions = effects.values().stream().mapToInt(Integer::intValue).sum();
    return String.format(
        "read %d records: %d opened, %d changed, %d closed, %d duplicates, %d closes of what was"
            + " not held, %d malformed; %d are open",
        revisions + malformed,
        count(Effect.OPENED),
        count(Effect.CHANGED),
        count(Effect.CLOSED),
        count(Effect.DUPLICATE),
        count(Effect.NOT_HELD),
        malformed,
        open.revisions().size());
  }

  private int count(Effect effect) {
    return effects.getOrDefault(effect, 0);
  }
}
