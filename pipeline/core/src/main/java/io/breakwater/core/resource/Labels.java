// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import java.util.List;
import java.util.Objects;

/** What is known of a resource that says nothing of its security: its tags, and whose it is. */
public final class Labels {
  public static final Labels NONE = new Labels(Tags.NONE, "");

  private final Tags tags;
  private final String owner;

  /**
   * @param owner empty where nobody says
   */
  public Labels(Tags tags, String owner) {
    this.tags = Objects.requireNonNull(tags);
    this.owner = Objects.requireNonNull(owner);
  }

  /**
   * @param stated the owner as a source names it apart from the tags, which counts before them; may
   *     be empty
   */
  public static Labels of(Tags tags, String stated) {
    return new Labels(tags, stated.isEmpty() ? tags.owner() : stated);
  }

  public Tags tags() {
    return tags;
  }

  /** Whose it is; empty where nobody says. */
  public String owner() {
    return owner;
  }

  public boolean isEmpty() {
    return tags.isEmpty() && owner.isEmpty();
  }

  /** All of it, as texts for a digest; none where nothing is known. */
  public void addTo(List<String> material) {
    if (isEmpty()) {
      return;
    }
    material.add("labels");
    tags.values()
        .forEach(
            (name, value) -> {
              material.add(name);
              material.add(value);
            });
    material.add(owner);
    material.add(Integer.toString(tags.leftOut()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Labels
        && tags.equals(((Labels) other).tags)
        && owner.equals(((Labels) other).owner);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tags, owner);
  }

  @Override
  public String toString() {
    return tags + (owner.isEmpty() ? "" : " of an owner");
  }
}
