// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.ticket;

import io.breakwater.response.limit.Backoff;
import io.breakwater.response.message.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/** On what a ledger relies: how tickets are kept, and since when this process keeps them. */
public final class Terms {
  /** By how much the clocks of a stream and of the job may differ. */
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);

  private final TicketPolicy policy;
  private final Instant started;
  private final Duration settling;
  private final Backoff backoff;
  private final DoubleSupplier chance;
  private final Function<Severity, Optional<Duration>> escalateAfter;

  /**
   * @param started when this process began: whatever one before it did, it did before
   * @param settling how long after a call began a search may still not find what it made
   * @param chance from 0 to 1, so that not all try again at once
   * @param escalateAfter how long a ticket waits for somebody until that is told; empty for ever
   */
  public Terms(
      TicketPolicy policy,
      Instant started,
      Duration settling,
      Backoff backoff,
      DoubleSupplier chance,
      Function<Severity, Optional<Duration>> escalateAfter) {
    this.policy = Objects.requireNonNull(policy);
    this.started = Objects.requireNonNull(started);
    this.settling = Objects.requireNonNull(settling);
    this.backoff = Objects.requireNonNull(backoff);
    this.chance = Objects.requireNonNull(chance);
    this.escalateAfter = Objects.requireNonNull(escalateAfter);
  }

  TicketPolicy policy() {
    return policy;
  }

  long started() {
    return started.toEpochMilli();
  }

  long settling() {
    return settling.toMillis();
  }

  long pause(int attempts) {
    return backoff.after(attempts, chance).toMillis();
  }

  Optional<Duration> escalateAfter(Severity severity) {
    return escalateAfter.apply(severity);
  }

  /**
   * From when on a search is certain to find what an earlier process made of a record; zero where
   * none can have seen the record, as it came to the stream later.
   */
  long certainFrom(long arrivedAt) {
    boolean seenByNobodyElse = arrivedAt >= started() + CLOCKS_DIFFER.toMillis();
    return seenByNobodyElse ? 0 : started() + settling();
  }
}
