// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import java.util.Objects;

/** A ticket that is there. */
public final class Found {
  private final String id;
  private final String name;
  private final String url;

  /**
   * @param id by which its system knows it
   * @param name by which people know it
   * @param url where people see it
   */
  public Found(String id, String name, String url) {
    this.id = Objects.requireNonNull(id);
    this.name = Objects.requireNonNull(name);
    this.url = Objects.requireNonNull(url);
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String url() {
    return url;
  }

  @Override
  public String toString() {
    return name;
  }
}
