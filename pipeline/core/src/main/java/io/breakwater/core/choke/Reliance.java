// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.choke;

import io.breakwater.core.hash.Sha256;
import io.breakwater.core.resource.Resource;
import java.util.Objects;

/** That an exposure rests on a trait which comes from one resource. */
public final class Reliance {
  private final Resource origin;
  private final String trait;
  private final Effect effect;

  /**
   * @param origin the resource that the trait comes from
   * @param trait its id
   * @param effect what its end there would do
   */
  public Reliance(Resource origin, String trait, Effect effect) {
    this.origin = Objects.requireNonNull(origin);
    this.trait = Objects.requireNonNull(trait);
    this.effect = Objects.requireNonNull(effect);
  }

  public Resource origin() {
    return origin;
  }

  public String trait() {
    return trait;
  }

  public Effect effect() {
    return effect;
  }

  /**
   * What it rests on: a resource and a trait, whatever findings say so. Those that say the same of
   * it (two standards, a rule and a control) end with one fix.
   */
  public String chokePointUid() {
    return chokePointUid(origin, trait);
  }

  static String chokePointUid(Resource origin, String trait) {
    return "choke-point-" + Sha256.identity(origin.arn().toString(), trait);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Reliance
        && origin.equals(((Reliance) other).origin)
        && trait.equals(((Reliance) other).trait)
        && effect.equals(((Reliance) other).effect);
  }

  @Override
  public int hashCode() {
    return Objects.hash(origin, trait, effect);
  }

  @Override
  public String toString() {
    return trait + " from " + origin + ": " + effect;
  }
}
