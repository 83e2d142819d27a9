// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What became of an update, for whoever sent it. */
public final class RuleAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Outcome outcome;
  private final String id;
  private final String kind;
  private final List<String> reasons;
  private final List<String> warnings;
  private final RulesInForce inForce;

  private RuleAnswer(
      Outcome outcome,
      String id,
      String kind,
      List<String> reasons,
      List<String> warnings,
      RulesInForce inForce) {
    this.outcome = Objects.requireNonNull(outcome);
    this.id = Objects.requireNonNull(id);
    this.kind = Objects.requireNonNull(kind);
    this.reasons = List.copyOf(reasons);
    this.warnings = List.copyOf(warnings);
    this.inForce = inForce;
  }

  static RuleAnswer accepted(RulesInForce now, List<String> warnings) {
    return new RuleAnswer(Outcome.ACCEPTED, now.id(), now.kind().key(), List.of(), warnings, now);
  }

  static RuleAnswer unchanged(RuleUpdate update, RulesInForce now) {
    return new RuleAnswer(
        Outcome.UNCHANGED, update.id(), update.kind().key(), List.of(), List.of(), now);
  }

  /**
   * @param inForce what holds as before; null where that is what the job began with
   */
  static RuleAnswer refused(String id, String kind, List<String> reasons, RulesInForce inForce) {
    return new RuleAnswer(Outcome.REFUSED, id, kind, reasons, List.of(), inForce);
  }

  public Outcome outcome() {
    return outcome;
  }

  /** That of the update; empty when it has none. */
  public String id() {
    return id;
  }

  /** As the update has it; may be no kind at all. */
  public String kind() {
    return kind;
  }

  /** Every fault, where it is refused. */
  public List<String> reasons() {
    return reasons;
  }

  /** What its sender should look at, although it is accepted. */
  public List<String> warnings() {
    return warnings;
  }

  /** The rules of the kind from now on; empty where those hold that the job began with. */
  public Optional<RulesInForce> inForce() {
    return Optional.ofNullable(inForce);
  }

  /** Equal for the same answer given again after a failure. */
  public String uid() {
    return Sha256.identity(
        id,
        kind,
        outcome.name(),
        inForce().map(now -> Long.toString(now.number())).orElse(""),
        String.join("\n", reasons));
  }

  /** As a record of the stream of answers; the form is {@code schemas/records/rule-answer}. */
  public byte[] toJson(Instant at) {
    var json = JSON.createObjectNode();
    json.put("schema_version", 1);
    json.put("uid", uid());
    json.put("id", id);
    json.put("kind", kind);
    json.put("outcome", outcome.code());
    json.put("time", at.toEpochMilli());
    if (inForce != null) {
      var now = json.putObject("in_force");
      now.put("number", inForce.number());
      now.put("id", inForce.id());
      now.put("version", inForce.version());
    }
    if (!reasons.isEmpty()) {
      reasons.forEach(json.putArray("reasons")::add);
    }
    if (!warnings.isEmpty()) {
      warnings.forEach(json.putArray("warnings")::add);
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return outcome.code() + " " + kind + " " + id + (reasons.isEmpty() ? "" : ": " + reasons);
  }

  /** What was decided. */
  public enum Outcome {
    /** It holds from now on. */
    ACCEPTED,
    /** It says what holds already. */
    UNCHANGED,
    /** It has faults, or cannot be followed while the job runs. */
    REFUSED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
