// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.plan;

import java.util.List;
import java.util.Objects;

/** What happens with the exposures that a pattern matches. */
public final class Route {
  private final String name;
  private final List<String> tickets;
  private final List<String> playbooks;
  private final boolean continues;

  Route(String name, List<String> tickets, List<String> playbooks, boolean continues) {
    this.name = Objects.requireNonNull(name);
    this.tickets = List.copyOf(tickets);
    this.playbooks = List.copyOf(playbooks);
    this.continues = continues;
  }

  public String name() {
    return name;
  }

  /** The names of the targets in which there is a ticket. */
  public List<String> tickets() {
    return tickets;
  }

  /** The names of the playbooks that are called. */
  public List<String> playbooks() {
    return playbooks;
  }

  boolean continues() {
    return continues;
  }
}
