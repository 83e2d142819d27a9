// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.choke;

import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.hash.Sha256;
import io.breakwater.core.resource.Resource;
import java.util.Comparator;
import java.util.Objects;

/** An open exposure, as one of those that rest on the same choke point. */
public final class Resting {
  /** By what would become of it, then by ARN. */
  public static final Comparator<Resting> WORST_FIRST =
      Comparator.<Resting, Effect>comparing(resting -> resting.effect, Effect.WORST_FIRST)
          .thenComparing(resting -> resting.exposed.arn().toString());

  private final Resource exposed;
  private final Effect effect;

  public Resting(Resource exposed, Effect effect) {
    this.exposed = Objects.requireNonNull(exposed);
    this.effect = Objects.requireNonNull(effect);
  }

  /** Under which key it is known among those of a choke point. */
  public static long keyOf(Resource exposed) {
    return Sha256.key(exposed.arn().toString());
  }

  /** The primary resource. */
  public Resource exposed() {
    return exposed;
  }

  public String exposureUid() {
    return Exposure.uidOf(exposed);
  }

  public Effect effect() {
    return effect;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Resting
        && exposed.equals(((Resting) other).exposed)
        && effect.equals(((Resting) other).effect);
  }

  @Override
  public int hashCode() {
    return Objects.hash(exposed, effect);
  }

  @Override
  public String toString() {
    return exposed + ": " + effect;
  }
}
