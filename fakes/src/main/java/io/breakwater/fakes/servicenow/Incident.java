// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.servicenow;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a test sees of an incident: how it stands now.
 *
 * @param priority from 1 to 5, computed from impact and urgency
 * @param fields all columns but the journals, by name
 * @param journal the oldest entry first
 * @param history what was changed after creation, the oldest first
 */
public record Incident(
    String sysId,
    String number,
    String shortDescription,
    State state,
    int priority,
    Map<String, String> fields,
    List<Entry> journal,
    List<Change> history,
    String createdBy,
    Instant created,
    Instant updated) {
  /** Where an incident may stand. */
  public enum State {
    NEW(1, "New"),
    IN_PROGRESS(2, "In Progress"),
    ON_HOLD(3, "On Hold"),
    RESOLVED(6, "Resolved"),
    CLOSED(7, "Closed"),
    CANCELED(8, "Canceled");

    private final int value;
    private final String label;

    State(int value, String label) {
      this.value = value;
      this.label = label;
    }

    /** As the table holds it. */
    public int value() {
      return value;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }
  }

  /**
   * One entry of a journal.
   *
   * @param element {@code work_notes} or {@code comments}
   */
  public record Entry(String author, Instant at, String element, String text) {}

  /**
   * One field of one write.
   *
   * @param from empty where there was none, as {@code to}
   */
  public record Change(String author, Instant at, String field, String from, String to) {}
}
