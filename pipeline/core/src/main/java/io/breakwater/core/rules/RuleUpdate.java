// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.rules;

import java.util.Objects;

/** Rules that are to take the place of those of their kind, not yet judged. */
public final class RuleUpdate {
  private final String id;
  private final RuleKind kind;
  private final String document;

  /**
   * @param id by which its sender knows it again
   * @param document JSON, in the form of its kind
   */
  public RuleUpdate(String id, RuleKind kind, String document) {
    this.id = Objects.requireNonNull(id);
    this.kind = Objects.requireNonNull(kind);
    this.document = Objects.requireNonNull(document);
  }

  public String id() {
    return id;
  }

  public RuleKind kind() {
    return kind;
  }

  public String document() {
    return document;
  }

  @Override
  public String toString() {
    return kind.key() + " " + id;
  }
}
