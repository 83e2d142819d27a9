// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.trait;

/** Whose traits a signal gives. The order of the constants is that of stored state. */
public enum Audience {
  NOBODY,
  /** Those of the resource that it is about. */
  RESOURCE,
  /** Those of resources that are related to it. */
  RELATED,
  BOTH;

  static Audience of(boolean resource, boolean related) {
    if (resource) {
      return related ? BOTH : RESOURCE;
    }
    return related ? RELATED : NOBODY;
  }

  Audience and(Audience other) {
    return of(hasResource() || other.hasResource(), hasRelated() || other.hasRelated());
  }

  public boolean hasResource() {
    return this == RESOURCE || this == BOTH;
  }

  public boolean hasRelated() {
    return this == RELATED || this == BOTH;
  }
}
