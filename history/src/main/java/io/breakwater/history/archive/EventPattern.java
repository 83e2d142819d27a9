// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Which events a rule is for. EventBridge adds the name of the replay, {@code replay-name}, to each
 * event that it replays.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html">
 *     patterns</a>
 */
record EventPattern(JsonNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REPLAY_NAME = "replay-name";

  /** Of the events of one replay. */
  static EventPattern ofReplay(String name) {
    var json = JSON.createObjectNode();
    json.putArray(REPLAY_NAME).add(name);
    return new EventPattern(json);
  }

  /**
   * @param text null for a rule without a pattern, which is one of a schedule
   */
  static EventPattern parse(String text) {
    try {
      return new EventPattern(text == null ? JSON.nullNode() : JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the pattern of a rule is no JSON: " + text, e);
    }
  }

  /** Whether no event matches that is not replayed. */
  boolean isOfReplaysOnly() {
    var names = json.path(REPLAY_NAME);
    for (var name : names) {
      if (name.path("exists").isBoolean() && !name.path("exists").asBoolean()) {
        return false;
      }
    }
    return !names.isEmpty();
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
