// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.servicenow;

import io.breakwater.response.message.Category;
import io.breakwater.response.message.Severity;
import io.breakwater.response.message.Status;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How tickets are kept in a ServiceNow instance. */
public final class ServiceNowSettings {
  static final String KEY = "correlation_id";
  static final String MARKER = "correlation_display";
  static final String NOTES = "work_notes";
  static final String STATE = "state";
  static final String TITLE = "short_description";
  static final String TEXT = "description";
  static final String URGENCY = "urgency";
  static final String IMPACT = "impact";
  static final String GROUP = "assignment_group";

  private static final Set<String> OWN =
      Set.of(KEY, MARKER, NOTES, STATE, TITLE, TEXT, URGENCY, IMPACT, GROUP, "sys_id", "number");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

  private final URI instance;
  private final String table;
  private final Map<Severity, String> urgencies;
  private final Map<Severity, String> impacts;
  private final Map<String, String> fields;
  private final Map<String, String> fieldsWhenDone;
  private final List<Status> states;
  private final String retiredState;
  private final String assignmentGroup;
  private final Duration searchLag;

  private ServiceNowSettings(Builder builder) {
    this.instance = builder.instance;
    this.table = builder.table;
    this.urgencies = new EnumMap<>(builder.urgencies);
    this.impacts = new EnumMap<>(builder.impacts);
    this.fields = new LinkedHashMap<>(builder.fields);
    this.fieldsWhenDone = new LinkedHashMap<>(builder.fieldsWhenDone);
    this.states = List.copyOf(builder.states);
    this.retiredState = builder.retiredState;
    this.assignmentGroup = builder.assignmentGroup;
    this.searchLag = builder.searchLag;
  }

  /**
   * @param instance such as {@code https://example.service-now.com}
   */
  public static Builder of(URI instance) {
    return new Builder(instance);
  }

  URI instance() {
    return instance;
  }

  String table() {
    return table;
  }

  /** From 1 to 3; a severity without one leaves the field alone. */
  Map<Severity, String> urgencies() {
    return urgencies;
  }

  /** From 1 to 3, as {@link #urgencies()}. */
  Map<Severity, String> impacts() {
    return impacts;
  }

  /** What is set of a new ticket beside what it says, by the name of the column. */
  Map<String, String> fields() {
    return fields;
  }

  /** What a ticket needs to be done. */
  Map<String, String> fieldsWhenDone() {
    return fieldsWhenDone;
  }

  /** Where a ticket may stand; of those that serve a purpose alike the first is taken. */
  List<Status> states() {
    return states;
  }

  Optional<Status> state(String number) {
    return states.stream().filter(state -> state.getId().equals(number)).findFirst();
  }

  /** Where a ticket goes that was made twice. */
  String retiredState() {
    return retiredState;
  }

  /** Its name or its sys_id, for new tickets; empty where rules of the instance assign. */
  String assignmentGroup() {
    return assignmentGroup;
  }

  Duration searchLag() {
    return searchLag;
  }

  /**
   * Starts from the defaults, which are those of an instance that nobody has changed: incidents
   * with their states, and a priority from 1 for what is critical to 5 for what is only said.
   */
  public static final class Builder {
    private final URI instance;
    private final Map<Severity, String> urgencies = new EnumMap<>(Severity.class);
    private final Map<Severity, String> impacts = new EnumMap<>(Severity.class);
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> fieldsWhenDone = new LinkedHashMap<>();
    private final List<Status> states = new ArrayList<>();
    private String table = "incident";
    private String retiredState = "8";
    private String assignmentGroup = "";
    private Duration searchLag = Duration.ZERO;

    private Builder(URI instance) {
      this.instance = Objects.requireNonNull(instance);
      urgency(Severity.CRITICAL, "1").impact(Severity.CRITICAL, "1");
      urgency(Severity.HIGH, "1").impact(Severity.HIGH, "2");
      urgency(Severity.MEDIUM, "2").impact(Severity.MEDIUM, "2");
      urgency(Severity.LOW, "2").impact(Severity.LOW, "3");
      urgency(Severity.INFORMATIONAL, "3").impact(Severity.INFORMATIONAL, "3");
      fieldWhenDone("close_code", "Solution provided");
      fieldWhenDone("close_notes", "What this ticket is about is over.");
      // What opens again is in progress, as it is when a person opens it again.
      state("2", "In Progress", Category.IN_PROGRESS);
      state("1", "New", Category.TO_DO);
      state("3", "On Hold", Category.IN_PROGRESS);
      state("6", "Resolved", Category.DONE);
      state("7", "Closed", Category.DONE);
      state("8", "Canceled", Category.DONE);
    }

    public Builder table(String name) {
      table = name;
      return this;
    }

    public Builder urgency(Severity severity, String number) {
      urgencies.put(severity, number);
      return this;
    }

    public Builder impact(Severity severity, String number) {
      impacts.put(severity, number);
      return this;
    }

    public Builder field(String name, String value) {
      fields.put(name, value);
      return this;
    }

    public Builder fieldWhenDone(String name, String value) {
      fieldsWhenDone.put(name, value);
      return this;
    }

    /** For a table whose tickets need nothing more to be done. */
    public Builder noFieldsWhenDone() {
      fieldsWhenDone.clear();
      return this;
    }

    /** For a table with other states than incidents have. */
    public Builder noStates() {
      states.clear();
      return this;
    }

    /** One state more, or another name and category for one that is there, in its place. */
    public Builder state(String number, String name, Category category) {
      var state =
          Status.newBuilder()
              .setId(Objects.requireNonNull(number))
              .setName(name)
              .setCategory(category)
              .build();
      for (int i = 0; i < states.size(); i++) {
        if (states.get(i).getId().equals(number)) {
          states.set(i, state);
          return this;
        }
      }
      states.add(state);
      return this;
    }

    public Builder retiredState(String number) {
      retiredState = number;
      return this;
    }

    public Builder assignmentGroup(String nameOrSysId) {
      assignmentGroup = nameOrSysId;
      return this;
    }

    /** How long at most until a search finds what was made, where it asks a copy of the data. */
    public Builder searchLag(Duration value) {
      searchLag = value;
      return this;
    }

    /**
     * @throws IllegalArgumentException naming all that is at fault
     */
    public ServiceNowSettings build() {
      var faults = faults();
      if (!faults.isEmpty()) {
        throw new IllegalArgumentException("ServiceNow: " + String.join("; ", faults));
      }
      return new ServiceNowSettings(this);
    }

    private List<String> faults() {
      var faults = new ArrayList<String>();
      if (instance.getHost() == null
          || instance.getScheme() == null
          || !instance.getScheme().matches("https?")
          || instance.getUserInfo() != null
          || instance.getQuery() != null) {
        faults.add("the instance is an address such as https://example.service-now.com");
      }
      if (!NAME.matcher(table).matches()) {
        faults.add("the table is named by small letters, digits and underscores, not " + table);
      }
      judgeFields("a field", fields, faults);
      judgeFields("a field when done", fieldsWhenDone, faults);
      judgeSteps(URGENCY, urgencies, faults);
      judgeSteps(IMPACT, impacts, faults);
      judgeStates(faults);
      if (searchLag.isNegative()) {
        faults.add("the lag of searches is not negative, as " + searchLag);
      }
      return faults;
    }

    private static void judgeFields(String what, Map<String, String> fields, List<String> faults) {
      fields
          .keySet()
          .forEach(
              name -> {
                if (!NAME.matcher(name).matches()) {
                  faults.add(
                      what + " is named by small letters, digits and underscores, not " + name);
                } else if (OWN.contains(name)) {
                  faults.add(what + " is none that has a setting or a use of its own: " + name);
                }
              });
    }

    private static void judgeSteps(String what, Map<Severity, String> steps, List<String> faults) {
      steps.forEach(
          (severity, number) -> {
            if (!number.matches("[1-9]")) {
              faults.add(
                  what + " of " + severity + " is a number such as 1, 2 or 3, not " + number);
            }
          });
    }

    private void judgeStates(List<String> faults) {
      states.forEach(
          state -> {
            if (!NUMBER.matcher(state.getId()).matches()) {
              faults.add("a state has a number, not " + state.getId());
            }
          });
      boolean done = states.stream().anyMatch(state -> state.getCategory() == Category.DONE);
      boolean open = states.stream().anyMatch(state -> state.getCategory() != Category.DONE);
      if (!done || !open) {
        faults.add("there is at least one state of what is done, and one of what is not");
      }
      if (states.stream().noneMatch(state -> state.getId().equals(retiredState))) {
        faults.add("the state of what was made twice is one of the states, not " + retiredState);
      }
    }
  }
}
