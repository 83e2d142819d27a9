// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.response.message.Severity;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** How tickets are kept in a Jira site. */
public final class JiraSettings {
  private final URI site;
  private final String project;
  private final String issueType;
  private final String label;
  private final Map<Severity, String> priorities;
  private final Map<String, JsonNode> fields;
  private final Map<String, JsonNode> fieldsWhenDone;
  private final String linkType;
  private final Duration searchLag;

  private JiraSettings(Builder builder) {
    this.site = builder.site;
    this.project = builder.project;
    this.issueType = builder.issueType;
    this.label = builder.label;
    this.priorities = Map.copyOf(builder.priorities);
    this.fields = new LinkedHashMap<>(builder.fields);
    this.fieldsWhenDone = new LinkedHashMap<>(builder.fieldsWhenDone);
    this.linkType = builder.linkType;
    this.searchLag = builder.searchLag;
  }

  /**
   * @param site such as {@code https://example.atlassian.net}
   * @param project its key
   */
  public static Builder of(URI site, String project) {
    return new Builder(site, project);
  }

  URI site() {
    return site;
  }

  String project() {
    return project;
  }

  String issueType() {
    return issueType;
  }

  /** That all tickets have which this job keeps. */
  String label() {
    return label;
  }

  /** The names of priorities; a severity without one leaves the field alone. */
  Map<Severity, String> priorities() {
    return priorities;
  }

  /** What is set of a new ticket beside what it says, by the id of the field. */
  Map<String, JsonNode> fields() {
    return fields;
  }

  /** What the screen of closing asks for, such as a resolution. */
  Map<String, JsonNode> fieldsWhenDone() {
    return fieldsWhenDone;
  }

  String linkType() {
    return linkType;
  }

  Duration searchLag() {
    return searchLag;
  }

  /** Starts from the defaults. */
  public static final class Builder {
    private final URI site;
    private final String project;
    private final Map<Severity, String> priorities = new EnumMap<>(Severity.class);
    private final Map<String, JsonNode> fields = new LinkedHashMap<>();
    private final Map<String, JsonNode> fieldsWhenDone = new LinkedHashMap<>();
    private String issueType = "Task";
    private String label = "breakwater";
    private String linkType = "Relates";
    private Duration searchLag = Duration.ofMinutes(5);

    private Builder(URI site, String project) {
      this.site = Objects.requireNonNull(site);
      this.project = Objects.requireNonNull(project);
      priorities.put(Severity.CRITICAL, "Highest");
      priorities.put(Severity.HIGH, "High");
      priorities.put(Severity.MEDIUM, "Medium");
      priorities.put(Severity.LOW, "Low");
    }

    public Builder issueType(String name) {
      issueType = name;
      return this;
    }

    public Builder label(String name) {
      label = name;
      return this;
    }

    /**
     * @param name null to leave the field alone
     */
    public Builder priority(Severity severity, String name) {
      if (name == null) {
        priorities.remove(severity);
      } else {
        priorities.put(severity, name);
      }
      return this;
    }

    public Builder field(String id, JsonNode value) {
      fields.put(id, value);
      return this;
    }

    public Builder fieldWhenDone(String id, JsonNode value) {
      fieldsWhenDone.put(id, value);
      return this;
    }

    public Builder linkType(String name) {
      linkType = name;
      return this;
    }

    /** How long at most until a search finds what was made. */
    public Builder searchLag(Duration value) {
      searchLag = value;
      return this;
    }

    public JiraSettings build() {
      return new JiraSettings(this);
    }
  }
}
