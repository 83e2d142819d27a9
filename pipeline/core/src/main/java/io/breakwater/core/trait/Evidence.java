// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.trait;

import io.breakwater.core.catalogue.RecognisedTrait;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A signal together with the traits it gives, or would give were it not suppressed. */
public final class Evidence {
  private final Signal signal;
  private final List<GivenTrait> traits;

  /** At least one trait. */
  public Evidence(Signal signal, List<GivenTrait> traits) {
    if (traits.isEmpty()) {
      throw new IllegalArgumentException("evidence gives at least one trait: " + signal);
    }
    this.signal = Objects.requireNonNull(signal);
    this.traits = List.copyOf(traits);
  }

  public static Evidence of(Signal signal, List<RecognisedTrait> traits) {
    return new Evidence(
        signal.relations().isEmpty() ? signal : signal.toBuilder().relations(List.of()).build(),
        traits.stream()
            .map(trait -> new GivenTrait(trait.trait().id(), trait.indicators()))
            .collect(Collectors.toList()));
  }

  public Signal signal() {
    return signal;
  }

  /** Whether somebody decided not to look at it: then it gives no trait. */
  public boolean suppressed() {
    return signal.state() == SignalState.SUPPRESSED;
  }

  /** The same evidence, seen again since. */
  public Evidence seenAt(Instant time) {
    return new Evidence(signal.updatedAt(time), traits);
  }

  public List<GivenTrait> traits() {
    return traits;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Evidence
        && signal.equals(((Evidence) other).signal)
        && traits.equals(((Evidence) other).traits);
  }

  @Override
  public int hashCode() {
    return Objects.hash(signal, traits);
  }

  @Override
  public String toString() {
    return signal + " gives " + traits;
  }

  /** A trait by id, with the indicators that the signal shows. */
  public static final class GivenTrait {
    private final String id;
    private final List<String> indicators;

    public GivenTrait(String id, List<String> indicators) {
      this.id = Objects.requireNonNull(id);
      this.indicators = List.copyOf(indicators);
    }

    public String id() {
      return id;
    }

    public List<String> indicators() {
      return indicators;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof GivenTrait
          && id.equals(((GivenTrait) other).id)
          && indicators.equals(((GivenTrait) other).indicators);
    }

    @Override
    public int hashCode() {
      return Objects.hash(id, indicators);
    }

    @Override
    public String toString() {
      return id;
    }
  }
}
