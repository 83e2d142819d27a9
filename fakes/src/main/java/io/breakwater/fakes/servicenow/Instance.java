// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.servicenow;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** How the administrators of a ServiceNow instance have set it up. Immutable. */
public final class Instance {
  /** A user of {@link #standard()} that may call, by password or through its client. */
  public static final String BOT = "breakwater";

  /** The password of that user. */
  public static final String BOT_PASSWORD = "password-1";

  /** The OAuth client that acts as that user. */
  public static final String CLIENT_ID = "client-1";

  /** The secret of that client. */
  public static final String CLIENT_SECRET = "secret-1";

  /** Whose hands move records where a test does not say whose. */
  public static final String PERSON = "person.one";

  private final String url;
  private final Map<String, String> passwords;
  private final Map<String, Client> clients;
  private final Duration tokenLifetime;
  private final OptionalInt requestsPerHour;
  private final Set<String> columns;
  private final Set<String> mandatory;
  private final boolean uniqueCorrelationId;
  private final boolean invalidQueryReturnsNoRows;
  private final boolean closedIsFinal;
  private final boolean journalIsHidden;

  record Client(String secret, String user) {}

  private Instance(Builder builder) {
    this.url = builder.url;
    this.passwords = Map.copyOf(builder.passwords);
    this.clients = Map.copyOf(builder.clients);
    this.tokenLifetime = builder.tokenLifetime;
    this.requestsPerHour = builder.requestsPerHour;
    this.columns = Set.copyOf(builder.columns);
    this.mandatory = Set.copyOf(builder.mandatory);
    this.uniqueCorrelationId = builder.uniqueCorrelationId;
    this.invalidQueryReturnsNoRows = builder.invalidQueryReturnsNoRows;
    this.closedIsFinal = builder.closedIsFinal;
    this.journalIsHidden = builder.journalIsHidden;
  }

  /**
   * One user, one client that acts as that user with tokens of half an hour, no limit of requests.
   */
  public static Instance standard() {
    return builder().build();
  }

  /** Starts from {@link #standard()}. */
  public static Builder builder() {
    return new Builder();
  }

  String url() {
    return url;
  }

  Map<String, String> passwords() {
    return passwords;
  }

  Map<String, Client> clients() {
    return clients;
  }

  Duration tokenLifetime() {
    return tokenLifetime;
  }

  OptionalInt requestsPerHour() {
    return requestsPerHour;
  }

  Set<String> columns() {
    return columns;
  }

  Set<String> mandatory() {
    return mandatory;
  }

  boolean uniqueCorrelationId() {
    return uniqueCorrelationId;
  }

  boolean invalidQueryReturnsNoRows() {
    return invalidQueryReturnsNoRows;
  }

  boolean closedIsFinal() {
    return closedIsFinal;
  }

  boolean journalIsHidden() {
    return journalIsHidden;
  }

  /** Changes what is said of it, and leaves the rest as it is in {@link #standard()}. */
  public static final class Builder {
    private String url = "https://instance.example.com";
    private final Map<String, String> passwords = new LinkedHashMap<>(Map.of(BOT, BOT_PASSWORD));
    private final Map<String, Client> clients =
        new LinkedHashMap<>(Map.of(CLIENT_ID, new Client(CLIENT_SECRET, BOT)));
    private Duration tokenLifetime = Duration.ofMinutes(30);
    private OptionalInt requestsPerHour = OptionalInt.empty();
    private final Set<String> columns = new LinkedHashSet<>();
    private final Set<String> mandatory = new LinkedHashSet<>();
    private boolean uniqueCorrelationId;
    private boolean invalidQueryReturnsNoRows;
    private boolean closedIsFinal = true;
    private boolean journalIsHidden;

    private Builder() {}

    /** What the links to itself begin with. */
    public Builder url(String url) {
      this.url = url;
      return this;
    }

    /** One user more that may call. */
    public Builder user(String name, String password) {
      passwords.put(name, password);
      return this;
    }

    /** One OAuth client more. */
    public Builder client(String id, String secret, String actsAs) {
      clients.put(id, new Client(secret, actsAs));
      return this;
    }

    /** How long a token lets in. */
    public Builder tokenLifetime(Duration lifetime) {
      tokenLifetime = lifetime;
      return this;
    }

    /** A rate limit rule for all users: each may make as many requests in an hour by the clock. */
    public Builder requestsPerHour(int most) {
      requestsPerHour = OptionalInt.of(most);
      return this;
    }

    /** Columns of its own that incidents have, such as {@code u_exposure}. */
    public Builder columns(String... names) {
      columns.addAll(Set.of(names));
      return this;
    }

    /** A data policy: no incident is saved without these. */
    public Builder mandatory(String... fields) {
      mandatory.addAll(Set.of(fields));
      return this;
    }

    /** A unique index on {@code correlation_id}; empty ones do not count. */
    public Builder uniqueCorrelationId() {
      uniqueCorrelationId = true;
      return this;
    }

    /** Sets {@code glide.invalid_query.returns_no_rows}. */
    public Builder invalidQueryReturnsNoRows() {
      invalidQueryReturnsNoRows = true;
      return this;
    }

    /** Callers may write to closed and cancelled incidents too. */
    public Builder closedIsNotFinal() {
      closedIsFinal = false;
      return this;
    }

    /** Callers may not read the table that journals are kept in. */
    public Builder journalIsHidden() {
      journalIsHidden = true;
      return this;
    }

    /** The instance as it was described. */
    public Instance build() {
      return new Instance(this);
    }
  }
}
