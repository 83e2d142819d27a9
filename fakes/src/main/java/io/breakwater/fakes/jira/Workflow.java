// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The statuses that an issue may have and the ways between them. The first status is that of a new
 * issue.
 */
public record Workflow(List<Status> statuses, List<Transition> transitions) {
  /** What Jira groups statuses by. */
  public enum Category {
    NEW(2, "new", "To Do", "blue-gray"),
    INDETERMINATE(4, "indeterminate", "In Progress", "yellow"),
    DONE(3, "done", "Done", "green");

    private final int id;
    private final String key;
    private final String title;
    private final String colour;

    Category(int id, String key, String title, String colour) {
      this.id = id;
      this.key = key;
      this.title = title;
      this.colour = colour;
    }

    /** As Jira numbers it. */
    public int id() {
      return id;
    }

    /** As programs read it. */
    public String key() {
      return key;
    }

    /** As a person reads it. */
    public String title() {
      return title;
    }

    /** As Jira names the category's colour. */
    public String colour() {
      return colour;
    }
  }

  /** Where an issue may stand. */
  public record Status(String id, String name, Category category) {}

  /**
   * A way from one status to another.
   *
   * @param from ids of statuses; empty for a way from everywhere
   * @param to id of a status
   * @param screen fields that may be set on the way
   * @param required those of them that must be
   * @param forbidden the share of issues for which a condition hides it, from 0.0 to 1.0; which
   *     they are depends on nothing but their ids
   */
  public record Transition(
      String id,
      String name,
      Set<String> from,
      String to,
      Set<String> screen,
      Set<String> required,
      double forbidden) {
    public Transition {
      from = Set.copyOf(from);
      required = Set.copyOf(required);
      var all = new TreeSet<>(screen);
      all.addAll(required);
      screen = Set.copyOf(all);
      if (!(forbidden >= 0 && forbidden <= 1)) {
        throw new IllegalArgumentException("A share is from 0.0 to 1.0: " + forbidden);
      }
    }

    /** With no screen, for every issue. */
    public static Transition of(String id, String name, Set<String> from, String to) {
      return new Transition(id, name, from, to, Set.of(), Set.of(), 0);
    }

    /** The same, but these fields must be set on the way. */
    public Transition requiring(String... fields) {
      return new Transition(id, name, from, to, screen, Set.of(fields), forbidden);
    }

    /** The same, but these fields may be set on the way. */
    public Transition offering(String... fields) {
      return new Transition(id, name, from, to, Set.of(fields), required, forbidden);
    }

    /** The same, but hidden for a share of the issues. */
    public Transition forbiddenFor(double share) {
      return new Transition(id, name, from, to, screen, required, share);
    }

    boolean isFor(Ticket ticket) {
      return (from.isEmpty() || from.contains(ticket.status)) && !isHidden(ticket.id);
    }

    private boolean isHidden(long issue) {
      // Spread by a multiplication, as neighbouring ids would be alike otherwise.
      double point = ((issue * 0x9E3779B97F4A7C15L) >>> 11) * 0x1.0p-53;
      return point < forbidden;
    }
  }

  public Workflow {
    statuses = List.copyOf(statuses);
    transitions = List.copyOf(transitions);
    if (statuses.isEmpty()) {
      throw new IllegalArgumentException("A workflow has a status that a new issue gets");
    }
    for (var transition : transitions) {
      var named = new TreeSet<>(transition.from());
      named.add(transition.to());
      for (var status : statuses) {
        named.remove(status.id());
      }
      if (!named.isEmpty()) {
        throw new IllegalArgumentException(
            "Transition " + transition.id() + " names statuses that are not there: " + named);
      }
    }
  }

  /** To Do, In Progress and Done, each reachable from everywhere, as in a new Jira project. */
  public static Workflow simple() {
    return new Workflow(
        List.of(
            new Status("10000", "To Do", Category.NEW),
            new Status("10001", "In Progress", Category.INDETERMINATE),
            new Status("10002", "Done", Category.DONE)),
        List.of(
            Transition.of("11", "To Do", Set.of(), "10000"),
            Transition.of("21", "In Progress", Set.of(), "10001"),
            Transition.of("31", "Done", Set.of(), "10002")));
  }

  /**
   * Open, In Progress, Resolved, Reopened and Closed: no way leads from new to closed, and whoever
   * resolves has to say how.
   */
  public static Workflow strict() {
    return new Workflow(
        List.of(
            new Status("1", "Open", Category.NEW),
            new Status("3", "In Progress", Category.INDETERMINATE),
            new Status("4", "Reopened", Category.NEW),
            new Status("5", "Resolved", Category.DONE),
            new Status("6", "Closed", Category.DONE)),
        List.of(
            Transition.of("4", "Start Progress", Set.of("1", "4"), "3"),
            Transition.of("301", "Stop Progress", Set.of("3"), "1"),
            Transition.of("5", "Resolve Issue", Set.of("3", "4"), "5").requiring("resolution"),
            Transition.of("3", "Reopen Issue", Set.of("5"), "4"),
            Transition.of("701", "Close Issue", Set.of("5"), "6")));
  }

  Status initial() {
    return statuses.get(0);
  }

  Status status(String id) {
    return statuses.stream().filter(status -> status.id().equals(id)).findFirst().orElseThrow();
  }

  Optional<Status> named(String name) {
    return statuses.stream().filter(status -> status.name().equalsIgnoreCase(name)).findFirst();
  }

  List<Transition> from(Ticket ticket) {
    return transitions.stream().filter(transition -> transition.isFor(ticket)).toList();
  }
}
