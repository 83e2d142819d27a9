// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.playbook;

import java.util.Objects;

/** A remote function as the functions of a task use it. */
public final class Playbook {
  private final PlaybookTerms terms;
  private final Endpoint endpoint;

  public Playbook(PlaybookTerms terms, Endpoint endpoint) {
    this.terms = Objects.requireNonNull(terms);
    this.endpoint = Objects.requireNonNull(endpoint);
  }

  public PlaybookTerms terms() {
    return terms;
  }

  public Endpoint endpoint() {
    return endpoint;
  }
}
