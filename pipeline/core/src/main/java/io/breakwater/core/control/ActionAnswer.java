// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/** What became of an action, for whoever sent it. */
public final class ActionAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Action action;
  private final Outcome outcome;
  private final String reason;

  private ActionAnswer(Action action, Outcome outcome, String reason) {
    this.action = Objects.requireNonNull(action);
    this.outcome = Objects.requireNonNull(outcome);
    this.reason = Objects.requireNonNull(reason);
  }

  public static ActionAnswer applied(Action action) {
    return new ActionAnswer(action, Outcome.APPLIED, "");
  }

  public static ActionAnswer unchanged(Action action) {
    return new ActionAnswer(action, Outcome.UNCHANGED, "");
  }

  public static ActionAnswer stale(Action action, String reason) {
    return new ActionAnswer(action, Outcome.STALE, reason);
  }

  public static ActionAnswer unknown(Action action, String reason) {
    return new ActionAnswer(action, Outcome.UNKNOWN, reason);
  }

  public static ActionAnswer refused(Action action, String reason) {
    return new ActionAnswer(action, Outcome.REFUSED, reason);
  }

  public Outcome outcome() {
    return outcome;
  }

  /** Why it does not hold; empty where it does. */
  public String reason() {
    return reason;
  }

  /** Equal for the same answer given again after a failure. */
  public String uid() {
    return Sha256.identity(action.signature().action(), outcome.name(), reason);
  }

  /** As a record of the stream of answers; the form is {@code schemas/records/action-answer}. */
  public byte[] toJson(Instant at) {
    var json = JSON.createObjectNode();
    json.put("schema_version", 1);
    json.put("uid", uid());
    json.put("id", action.signature().action());
    json.put("kind", action.kind().key());
    json.put("exposure", action.exposure());
    json.put("by", action.signature().by());
    json.put("outcome", outcome.name().toLowerCase(Locale.ROOT));
    json.put("time", at.toEpochMilli());
    if (!reason.isEmpty()) {
      json.put("reason", reason);
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return outcome + " " + action + (reason.isEmpty() ? "" : ": " + reason);
  }

  /** What was decided of it. */
  public enum Outcome {
    /** It holds from now on. */
    APPLIED,
    /** It came before. */
    UNCHANGED,
    /** Things have moved on since it was decided. */
    STALE,
    /** No such exposure is open. */
    UNKNOWN,
    /** It is nothing that can be decided. */
    REFUSED
  }
}
