// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

/** What there are revisions of. */
public enum Kind {
  EXPOSURE("exposure"),
  CERTIFICATE("certificate");

  private final String id;

  Kind(String id) {
    this.id = id;
  }

  /** Part of every store, and never to be changed. */
  public String id() {
    return id;
  }
}
