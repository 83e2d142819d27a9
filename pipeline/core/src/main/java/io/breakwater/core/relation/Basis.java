// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.relation;

import java.util.Comparator;
import java.util.Objects;

/** What an edge rests on: the configuration item or the finding that states it. */
public final class Basis {
  /** How good the word is, the best first. */
  public enum Kind {
    /** The configuration of the resource that the edge belongs to. */
    OWN_ITEM,
    /** The configuration of another resource. */
    ITEM,
    /** A finding that mentions it. */
    FINDING
  }

  /** The better word first; equal ones by what they are. */
  public static final Comparator<Basis> BEST_FIRST =
      Comparator.<Basis, Kind>comparing(basis -> basis.kind)
          .thenComparing(basis -> basis.product)
          .thenComparing(basis -> basis.uid);

  private final Kind kind;
  private final String product;
  private final String uid;

  /**
   * @param product one of {@link io.breakwater.core.signal.Product}
   * @param uid of the finding; of a configuration item, the ARN of its resource
   */
  public Basis(Kind kind, String product, String uid) {
    this.kind = Objects.requireNonNull(kind);
    this.product = Objects.requireNonNull(product);
    this.uid = Objects.requireNonNull(uid);
  }

  public Kind kind() {
    return kind;
  }

  public String product() {
    return product;
  }

  public String uid() {
    return uid;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Basis
        && kind == ((Basis) other).kind
        && product.equals(((Basis) other).product)
        && uid.equals(((Basis) other).uid);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, product, uid);
  }

  @Override
  public String toString() {
    return product + " " + uid;
  }
}
