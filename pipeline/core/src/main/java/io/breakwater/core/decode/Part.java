// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.json.MalformedRecord;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.signal.Signal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one finding of a record (or of the whole record, where it carries one thing).
 *
 * <p>A part is exactly one of: signals (perhaps with relations), relations (perhaps with signals
 * that follow from them), a certificate event, ignored with a reason, dead with a reason.
 */
public final class Part {
  private final Decision decision;
  private final String reason;
  private final String detail;
  private final List<Signal> signals;
  private final List<Relation> relations;
  private final CertificateEvent certificate;

  private Part(
      Decision decision,
      String reason,
      String detail,
      List<Signal> signals,
      List<Relation> relations,
      CertificateEvent certificate) {
    this.decision = decision;
    this.reason = reason;
    this.detail = detail;
    this.signals = List.copyOf(signals);
    this.relations = List.copyOf(relations);
    this.certificate = certificate;
  }

  /**
   * Signals, with the relations that the same finding states.
   *
   * @throws IllegalArgumentException when there is no signal
   */
  public static Part signals(List<Signal> signals, List<Relation> relations) {
    if (signals.isEmpty()) {
      throw new IllegalArgumentException("a part of signals needs at least one");
    }
    return new Part(Decision.SIGNALS, "", "", signals, relations, null);
  }

  public static Part relations(List<Relation> relations) {
    return relations(relations, List.of());
  }

  /** Relations, with signals that say what follows from them for the resource itself. */
  static Part relations(List<Relation> relations, List<Signal> signals) {
    return new Part(Decision.RELATIONS, "", "", signals, relations, null);
  }

  public static Part certificate(CertificateEvent event) {
    return new Part(
        Decision.CERTIFICATE, "", "", List.of(), List.of(), Objects.requireNonNull(event));
  }

  public static Part ignored(IgnoredReason reason, String detail) {
    return new Part(Decision.IGNORED, reason.code(), detail, List.of(), List.of(), null);
  }

  public static Part dead(MalformedRecord fault) {
    return new Part(
        Decision.DEAD_LETTER,
        fault.reason().code(),
        fault.getMessage(),
        List.of(),
        List.of(),
        null);
  }

  /** The same part, with other signals; its relations stay. */
  public Part withSignals(List<Signal> others) {
    return new Part(decision, reason, detail, others, relations, certificate);
  }

  public Decision decision() {
    return decision;
  }

  /** A code that can be counted; empty unless ignored or dead. */
  public String reason() {
    return reason;
  }

  /** A sentence for people; may be empty. */
  public String detail() {
    return detail;
  }

  public List<Signal> signals() {
    return signals;
  }

  public List<Relation> relations() {
    return relations;
  }

  public Optional<CertificateEvent> certificate() {
    return Optional.ofNullable(certificate);
  }

  @Override
  public String toString() {
    return decision + (reason.isEmpty() ? "" : " " + reason);
  }
}
