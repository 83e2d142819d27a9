// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.servicenow;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns of the incident table, and what a person reads where a number is held. */
final class Columns {
  static final Set<String> JOURNALS = Set.of("work_notes", "comments");

  /** What callers cannot set: it is computed, or kept by the instance itself. */
  static final Set<String> KEPT =
      Set.of(
          "sys_id",
          "number",
          "priority",
          "active",
          "incident_state",
          "sys_created_on",
          "sys_created_by",
          "sys_updated_on",
          "sys_updated_by",
          "sys_mod_count",
          "sys_class_name",
          "opened_at",
          "opened_by",
          "resolved_at",
          "resolved_by",
          "closed_at",
          "closed_by",
          "reopen_count");

  /** What holds the sys_id of a record of another table. */
  static final Map<String, String> REFERENCES =
      Map.ofEntries(
          Map.entry("assignment_group", "sys_user_group"),
          Map.entry("assigned_to", "sys_user"),
          Map.entry("caller_id", "sys_user"),
          Map.entry("opened_by", "sys_user"),
          Map.entry("resolved_by", "sys_user"),
          Map.entry("closed_by", "sys_user"),
          Map.entry("cmdb_ci", "cmdb_ci"),
          Map.entry("business_service", "cmdb_ci_service"));

  private static final Set<String> OWN =
      Set.of(
          "short_description",
          "description",
          "impact",
          "urgency",
          "severity",
          "state",
          "category",
          "subcategory",
          "contact_type",
          "assignment_group",
          "assigned_to",
          "caller_id",
          "cmdb_ci",
          "business_service",
          "correlation_id",
          "correlation_display",
          "close_code",
          "close_notes",
          "hold_reason",
          "due_date");

  private static final Map<String, Integer> LENGTHS =
      Map.of(
          "short_description",
          160,
          "description",
          4000,
          "close_notes",
          4000,
          "correlation_id",
          100,
          "correlation_display",
          100,
          "category",
          40,
          "close_code",
          40);
  private static final int USUAL_LENGTH = 255;
  private static final Map<String, String> THREE_STEPS =
      Map.of("1", "1 - High", "2", "2 - Medium", "3", "3 - Low");
  private static final Map<String, String> PRIORITIES =
      Map.of(
          "1",
          "1 - Critical",
          "2",
          "2 - High",
          "3",
          "3 - Moderate",
          "4",
          "4 - Low",
          "5",
          "5 - Planning");

  private final Set<String> settable;
  private final Set<String> all;

  Columns(Set<String> custom) {
    settable = new LinkedHashSet<>(OWN);
    settable.addAll(custom);
    all = new LinkedHashSet<>(settable);
    all.addAll(KEPT);
    all.addAll(JOURNALS);
  }

  boolean has(String name) {
    return all.contains(name);
  }

  boolean isSettable(String name) {
    return settable.contains(name);
  }

  Set<String> settable() {
    return settable;
  }

  /** A string column keeps as much as it is long. */
  static String cut(String name, String value) {
    int most = LENGTHS.getOrDefault(name, USUAL_LENGTH);
    return value.length() > most ? value.substring(0, most) : value;
  }

  static String display(String name, String value) {
    return switch (name) {
      case "state", "incident_state" -> state(value).map(Incident.State::label).orElse(value);
      case "impact", "urgency", "severity" -> THREE_STEPS.getOrDefault(value, value);
      case "priority" -> PRIORITIES.getOrDefault(value, value);
      default -> value;
    };
  }

  /** By number or by label. */
  static Optional<Incident.State> state(String text) {
    for (var state : Incident.State.values()) {
      if (Integer.toString(state.value()).equals(text) || state.label().equalsIgnoreCase(text)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
