// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.ticket;

import io.breakwater.response.notice.Goal;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** How tickets of a target are kept, as its plan says. */
public final class TicketPolicy implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What happens to the ticket of an exposure that opens again. */
  public enum Reopening {
    /** It is opened again, unless a person closed it. */
    SAME_TICKET,
    /** A new one follows on it. */
    NEW_TICKET
  }

  private final Duration mergeWithin;
  private final Duration giveUpAfter;
  private final Reopening reopening;
  private final boolean closesWhatPeopleMoved;
  private final List<String> wayToDone;
  private final List<String> wayToOpen;

  private TicketPolicy(Builder builder) {
    this.mergeWithin = builder.mergeWithin;
    this.giveUpAfter = builder.giveUpAfter;
    this.reopening = builder.reopening;
    this.closesWhatPeopleMoved = builder.closesWhatPeopleMoved;
    this.wayToDone = List.copyOf(builder.wayToDone);
    this.wayToOpen = List.copyOf(builder.wayToOpen);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Changes within this time of the last one are told together, unless the severity rises. */
  public Duration mergeWithin() {
    return mergeWithin;
  }

  /** How long something is tried that fails, until it is a dead letter. */
  public Duration giveUpAfter() {
    return giveUpAfter;
  }

  public Reopening reopening() {
    return reopening;
  }

  /** Whether a ticket is closed with its exposure even where a person has moved it. */
  public boolean closesWhatPeopleMoved() {
    return closesWhatPeopleMoved;
  }

  /**
   * The names of the moves, or of the statuses they lead to, by which a goal is reached, in order;
   * empty for whichever way leads there at once.
   */
  List<String> wayTo(Goal goal) {
    return goal == Goal.DONE ? wayToDone : wayToOpen;
  }

  /** Starts from the defaults. */
  public static final class Builder {
    private Duration mergeWithin = Duration.ofMinutes(1);
    private Duration giveUpAfter = Duration.ofHours(24);
    private Reopening reopening = Reopening.SAME_TICKET;
    private boolean closesWhatPeopleMoved;
    private List<String> wayToDone = List.of();
    private List<String> wayToOpen = List.of();

    private Builder() {}

    public Builder mergeWithin(Duration value) {
      mergeWithin = Objects.requireNonNull(value);
      return this;
    }

    public Builder giveUpAfter(Duration value) {
      giveUpAfter = Objects.requireNonNull(value);
      return this;
    }

    public Builder reopening(Reopening value) {
      reopening = Objects.requireNonNull(value);
      return this;
    }

    public Builder closesWhatPeopleMoved(boolean value) {
      closesWhatPeopleMoved = value;
      return this;
    }

    public Builder wayToDone(List<String> names) {
      wayToDone = names;
      return this;
    }

    public Builder wayToOpen(List<String> names) {
      wayToOpen = names;
      return this;
    }

    public TicketPolicy build() {
      return new TicketPolicy(this);
    }
  }
}
