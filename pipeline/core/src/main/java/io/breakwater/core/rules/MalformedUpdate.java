// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.rules;

import java.util.Objects;

/** A record of the stream of updates that is none. */
public final class MalformedUpdate extends Exception {
  private static final long serialVersionUID = 1L;

  private final String id;
  private final String kind;

  /**
   * @param id as far as the record has one
   * @param kind as far as the record has one
   */
  MalformedUpdate(String id, String kind, String message) {
    super(message);
    this.id = Objects.requireNonNull(id);
    this.kind = Objects.requireNonNull(kind);
  }

  /** Empty where the record has none. */
  public String id() {
    return id;
  }

  /** Empty where the record has none. */
  public String kind() {
    return kind;
  }
}
