// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What happens with the exposures that a pattern matches. */
public final class Route {
  private final String name;
  private final List<String> tickets;
  private final List<Notification> notifications;
  private final List<String> playbooks;
  private final Escalation escalation;
  private final StormCap cap;
  private final boolean grouped;
  private final boolean continues;

  /**
   * @param cap null for none
   * @param grouped whether exposures of one owner that the same helps share a ticket
   */
  Route(
      String name,
      List<String> tickets,
      List<Notification> notifications,
      List<String> playbooks,
      Escalation escalation,
      StormCap cap,
      boolean grouped,
      boolean continues) {
    this.name = Objects.requireNonNull(name);
    this.tickets = List.copyOf(tickets);
    this.notifications = List.copyOf(notifications);
    this.playbooks = List.copyOf(playbooks);
    this.escalation = Objects.requireNonNull(escalation);
    this.cap = cap;
    this.grouped = grouped;
    this.continues = continues;
  }

  public String name() {
    return name;
  }

  /** The names of the targets in which there is a ticket. */
  public List<String> tickets() {
    return tickets;
  }

  public List<Notification> notifications() {
    return notifications;
  }

  /** The names of the playbooks that are called. */
  public List<String> playbooks() {
    return playbooks;
  }

  public Escalation escalation() {
    return escalation;
  }

  public Optional<StormCap> cap() {
    return Optional.ofNullable(cap);
  }

  /** Whether exposures of one owner that the same helps share a ticket. */
  public boolean isGrouped() {
    return grouped;
  }

  boolean continues() {
    return continues;
  }
}
