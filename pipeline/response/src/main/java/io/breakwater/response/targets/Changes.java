// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import io.breakwater.response.message.Seen;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A page of the tickets that have changed in a target. */
public final class Changes {
  private final Map<String, Seen> tickets;
  private final String nextPage;

  /**
   * @param tickets by the key that this job finds them by
   * @param nextPage null where this is the last one
   */
  public Changes(Map<String, Seen> tickets, String nextPage) {
    this.tickets = new LinkedHashMap<>(Objects.requireNonNull(tickets));
    this.nextPage = nextPage;
  }

  public Map<String, Seen> tickets() {
    return tickets;
  }

  public Optional<String> nextPage() {
    return Optional.ofNullable(nextPage);
  }
}
