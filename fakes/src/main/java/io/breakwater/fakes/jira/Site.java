// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the administrators of a Jira site have set it up. Immutable. */
public final class Site {
  /** The account of {@link #standard()}. */
  public static final Account BOT =
      new Account("bot-1", "bot@example.com", "token-1", "Breakwater", ZoneOffset.UTC);

  /** Whose hands move issues where a test does not say whose. */
  public static final Account PERSON =
      new Account("person-1", "person@example.com", "token-2", "A Person", ZoneOffset.UTC);

  private final String url;
  private final Map<String, String> projects;
  private final List<String> issueTypes;
  private final List<String> priorities;
  private final List<String> resolutions;
  private final List<String> linkTypes;
  private final Map<String, CustomField> customFields;
  private final List<Account> accounts;
  private final Set<String> offScreen;
  private final Set<String> required;
  private final Workflow workflow;
  private final boolean issueWritesLimited;

  private Site(Builder builder) {
    this.url = builder.url;
    this.projects = new LinkedHashMap<>(builder.projects);
    this.issueTypes = List.copyOf(builder.issueTypes);
    this.priorities = List.copyOf(builder.priorities);
    this.resolutions = List.copyOf(builder.resolutions);
    this.linkTypes = List.copyOf(builder.linkTypes);
    this.customFields = new LinkedHashMap<>(builder.customFields);
    this.accounts = List.copyOf(builder.accounts);
    this.offScreen = Set.copyOf(builder.offScreen);
    this.required = Set.copyOf(builder.required);
    this.workflow = builder.workflow;
    this.issueWritesLimited = builder.issueWritesLimited;
  }

  /**
   * Project {@code SEC}; issue types Task, Bug and Story; Jira's five priorities; links Duplicate,
   * Relates and Blocks; the simple workflow; one account.
   */
  public static Site standard() {
    return builder().build();
  }

  /** Starts from {@link #standard()}. */
  public static Builder builder() {
    return new Builder();
  }

  String url() {
    return url;
  }

  /** Names by key. */
  Map<String, String> projects() {
    return projects;
  }

  List<String> issueTypes() {
    return issueTypes;
  }

  List<String> priorities() {
    return priorities;
  }

  List<String> resolutions() {
    return resolutions;
  }

  List<String> linkTypes() {
    return linkTypes;
  }

  Optional<CustomField> customField(String id) {
    return Optional.ofNullable(customFields.get(id));
  }

  List<CustomField> customFields() {
    return List.copyOf(customFields.values());
  }

  List<Account> accounts() {
    return accounts;
  }

  boolean isOnScreen(String field) {
    return !offScreen.contains(field);
  }

  Set<String> required() {
    return required;
  }

  Workflow workflow() {
    return workflow;
  }

  boolean issueWritesLimited() {
    return issueWritesLimited;
  }

  /** Ids are places in a list, as Jira's are numbers without a meaning. */
  static String id(List<String> names, String name) {
    return Integer.toString(names.indexOf(name) + 1);
  }

  String projectId(String key) {
    return Integer.toString(10_000 + List.copyOf(projects.keySet()).indexOf(key));
  }

  /** Changes what is said of it, and leaves the rest as it is in {@link #standard()}. */
  public static final class Builder {
    private String url = "https://jira.example.com";
    private final Map<String, String> projects = new LinkedHashMap<>(Map.of("SEC", "Security"));
    private List<String> issueTypes = List.of("Task", "Bug", "Story");
    private List<String> priorities = List.of("Highest", "High", "Medium", "Low", "Lowest");
    private List<String> resolutions = List.of("Done", "Won't Do", "Duplicate", "Cannot Reproduce");
    private List<String> linkTypes = List.of("Blocks", "Duplicate", "Relates");
    private final Map<String, CustomField> customFields = new LinkedHashMap<>();
    private final List<Account> accounts = new ArrayList<>(List.of(BOT, PERSON));
    private final Set<String> offScreen = new LinkedHashSet<>();
    private final Set<String> required = new LinkedHashSet<>();
    private Workflow workflow = Workflow.simple();
    private boolean issueWritesLimited = true;

    private Builder() {}

    /** What the links to itself begin with. */
    public Builder url(String url) {
      this.url = url;
      return this;
    }

    /** One project more. */
    public Builder project(String key, String name) {
      projects.put(key, name);
      return this;
    }

    /** Of every project. */
    public Builder issueTypes(String... names) {
      issueTypes = List.of(names);
      return this;
    }

    /** From the highest; a new issue gets the one in the middle. */
    public Builder priorities(String... names) {
      priorities = List.of(names);
      return this;
    }

    /** The first is what a finished issue gets where nobody says. */
    public Builder resolutions(String... names) {
      resolutions = List.of(names);
      return this;
    }

    /** What links between issues are called. */
    public Builder linkTypes(String... names) {
      linkTypes = List.of(names);
      return this;
    }

    /** One custom field more, in every project. */
    public Builder field(CustomField field) {
      customFields.put(field.id(), field);
      return this;
    }

    /** One account more that may call. */
    public Builder account(Account account) {
      accounts.add(account);
      return this;
    }

    /** Fields that no screen shows, so that nobody can set them. */
    public Builder offScreen(String... fields) {
      offScreen.addAll(List.of(fields));
      return this;
    }

    /** Fields of Jira's own that no issue is created without, besides those that never are. */
    public Builder required(String... fields) {
      required.addAll(List.of(fields));
      return this;
    }

    /** Of every project. */
    public Builder workflow(Workflow workflow) {
      this.workflow = workflow;
      return this;
    }

    /** Switches off the limit of writes to one issue. */
    public Builder unlimitedIssueWrites() {
      issueWritesLimited = false;
      return this;
    }

    /** The site as it was described. */
    public Site build() {
      return new Site(this);
    }
  }
}
