// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.secret;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps what is fetched from elsewhere for as long as it is good, or until it is turned away.
 * Whoever asks while it is being fetched waits for that fetch: there is one at a time. A fetch that
 * fails is forgotten, and the next who asks begins another.
 */
public final class CachedSecret implements Secret {
  /** Where it is fetched from; the future must end, as long as it takes. */
  @FunctionalInterface
  public interface Source {
    CompletableFuture<Lease> fetch();
  }

  /** A value and how long it is good. */
  public static final class Lease {
    private final String value;
    private final Instant until;

    public Lease(String value, Instant until) {
      this.value = Objects.requireNonNull(value);
      this.until = Objects.requireNonNull(until);
    }

    @Override
    public String toString() {
      return "a secret until " + until;
    }
  }

  private final String name;
  private final Source source;
  private final Clock clock;
  private Lease held;
  private CompletableFuture<Lease> underWay;

  /**
   * @param name what it is, for people
   */
  public CachedSecret(String name, Source source, Clock clock) {
    this.name = Objects.requireNonNull(name);
    this.source = Objects.requireNonNull(source);
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public synchronized CompletableFuture<String> value() {
    if (held != null && clock.instant().isBefore(held.until)) {
      return completedFuture(held.value);
    }
    var fetch = underWay == null ? begin() : underWay;
    return fetch.thenApply(lease -> lease.value);
  }

  private CompletableFuture<Lease> begin() {
    held = null;
    var fetch = fetched();
    underWay = fetch;
    // Also where it has ended already.
    return fetch.whenComplete(this::end);
  }

  private CompletableFuture<Lease> fetched() {
    try {
      return source.fetch();
    } catch (RuntimeException e) {
      return failedFuture(e);
    }
  }

  private synchronized void end(Lease lease, Throwable failure) {
    underWay = null;
    held = failure == null ? lease : null;
  }

  @Override
  public synchronized void turnedAway() {
    held = null;
  }

  @Override
  public String toString() {
    return name;
  }
}
