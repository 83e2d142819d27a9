// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.CatalogueText;
import io.breakwater.core.catalogue.ExploitationData;
import io.breakwater.core.catalogue.Suppressions;
import io.breakwater.core.decode.Decoded;
import io.breakwater.core.graph.Routes;
import io.breakwater.core.hash.Sha256;
import io.breakwater.core.rules.RuleKind;
import io.breakwater.core.rules.Rules;
import io.breakwater.core.rules.RulesInForce;
import io.breakwater.core.select.Selection;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.streaming.api.TimerService;

/**
 * What an operator of the job may set, checked when it is made. Travels with the job graph.
 *
 * <p>A job is either live, and runs for ever, or bounded, and judges everything as of one instant.
 */
public final class Settings implements Serializable {
  private static final long serialVersionUID = 1L;

  /** EventBridge delivers at most this much, Kinesis by default as well. */
  public static final int DEFAULT_MAX_RECORD_BYTES = 1 << 20;

  public static final Duration DEFAULT_SETTLE = Duration.ofSeconds(5);
  public static final Duration DEFAULT_LATENESS = Duration.ofMinutes(5);
  public static final int DEFAULT_HOPS = 4;

  /** Of each task: a million resources in eight tasks take two minutes. */
  public static final int DEFAULT_JUDGED_AGAIN_PER_SECOND = 1000;

  static final int MOST_HOPS = 8;

  /** More than a day of waiting is a mistake: EventBridge itself gives up after one. */
  static final Duration MOST_LATENESS = Duration.ofDays(1);

  static final Duration MOST_SETTLE = Duration.ofHours(1);
  static final int MOST_JUDGED_AGAIN_PER_SECOND = 100_000;
  static final int LEAST_RECORD_BYTES = 1024;

  /** What Kinesis takes of one record at most. */
  public static final int MOST_RECORD_BYTES = 10 << 20;

  private final int maxRecordBytes;
  private final Duration settle;
  private final Duration lateness;
  private final int hops;
  private final int judgedAgainPerSecond;
  private final Clock clock;
  private final Clock certificateClock;
  private final Duration certificateLateness;
  private final Instant asOf;
  private final Selection selection;
  private final boolean replay;
  private final String suppressions;
  private final String exploitation;
  private final CatalogueText catalogue;

  private Settings(Builder builder) {
    this.maxRecordBytes = builder.maxRecordBytes;
    this.settle = builder.settle;
    this.lateness = builder.lateness;
    this.hops = builder.hops;
    this.judgedAgainPerSecond = builder.judgedAgainPerSecond;
    this.clock = builder.clock;
    this.certificateClock =
        builder.certificateClock == null ? builder.clock : builder.certificateClock;
    this.certificateLateness =
        builder.certificateLateness == null ? builder.lateness : builder.certificateLateness;
    this.asOf = builder.asOf;
    this.selection = builder.selection;
    this.replay = builder.replay;
    this.suppressions = builder.suppressions;
    this.exploitation = builder.exploitation;
    this.catalogue = builder.catalogue;
  }

  /** A job that runs for ever. */
  public static Builder live() {
    return new Builder(null);
  }

  /** A job over an input that ends, judged as of this instant: no timer beyond it fires. */
  public static Builder asOf(Instant asOf) {
    return new Builder(Objects.requireNonNull(asOf));
  }

  /** Larger records are dead letters. */
  public int maxRecordBytes() {
    return maxRecordBytes;
  }

  /** How long changes wait for further ones, unless they raise the severity. Zero is not at all. */
  public Duration settle() {
    return settle;
  }

  /** How far behind the latest event time the job keeps its clock. */
  public Duration lateness() {
    return lateness;
  }

  /** Over how many edges a trait travels at most. */
  public int hops() {
    return hops;
  }

  /** How many resources a task judges again in a second when the rules have changed. */
  public int judgedAgainPerSecond() {
    return judgedAgainPerSecond;
  }

  /** The wall clock: event time is never ahead of it, and follows it where no event comes. */
  public Clock clock() {
    return clock;
  }

  /** What time it is for certificates: the same, but for a demo that lets them age faster. */
  public Clock certificateClock() {
    return certificateClock;
  }

  /** How far behind the latest word of a certificate the job keeps its clock for certificates. */
  public Duration certificateLateness() {
    return certificateLateness;
  }

  public boolean isBounded() {
    return asOf != null;
  }

  /** Present exactly when bounded. */
  public Optional<Instant> asOf() {
    return Optional.ofNullable(asOf);
  }

  /** Which events are used; all by default. */
  public Selection selection() {
    return selection;
  }

  /**
   * Whether all that comes out is marked as of a replay: nothing that reaches people acts on it.
   */
  public boolean isReplay() {
    return replay;
  }

  /** The exposures that somebody decided to live with; none by default. */
  public Suppressions suppressions() {
    return suppressions == null ? Suppressions.NONE : Suppressions.of("suppressions", suppressions);
  }

  /** What goes before what findings say of the exploitation of vulnerabilities; none by default. */
  public ExploitationData exploitation() {
    return exploitation == null
        ? ExploitationData.NONE
        : ExploitationData.ofSound(digestOf(exploitation), () -> exploitation);
  }

  /** All that the job begins to judge by. */
  public Rules rules() {
    return Rules.of(catalogue(), suppressions(), exploitation());
  }

  /** Equal for rules of a kind that say the same, whether they came by an update or not. */
  public String digestOf(Rules rules, RuleKind kind) {
    return rules
        .update(kind)
        .filter(update -> !update.isBuiltIn())
        .map(RulesInForce::digest)
        .orElseGet(() -> digestOf(kind));
  }

  /** Equal for jobs that begin with rules of a kind that say the same. */
  private String digestOf(RuleKind kind) {
    switch (kind) {
      case CATALOGUE:
        return catalogueText().digest();
      case SUPPRESSIONS:
        return digestOf(suppressions);
      default:
        return digestOf(exploitation);
    }
  }

  private static String digestOf(String text) {
    return text == null ? "" : Sha256.identity(text);
  }

  /** Whether the record lies beyond the instant as of which everything is judged. */
  public boolean isAfterAsOf(Decoded decoded) {
    return asOf != null && decoded.eventTime().filter(time -> time.isAfter(asOf)).isPresent();
  }

  /**
   * Whether a timer means what it says. The end of an input fires all timers that are left; they
   * count up to the as-of time, and not at all for a live job that is being stopped.
   */
  public boolean mayFire(long time, TimerService clock) {
    if (asOf != null) {
      return time <= asOf.toEpochMilli();
    }
    return clock.currentWatermark() < Long.MAX_VALUE;
  }

  /** The same in every task: rules that do not ship with the job travel with it, as text. */
  public Catalogue catalogue() {
    return catalogue == null ? Catalogue.builtIn() : catalogue.catalogue();
  }

  /** The same as text. */
  public CatalogueText catalogueText() {
    return catalogue == null ? BuiltIn.TEXT : catalogue;
  }

  /** The release, as findings name it. */
  public String version() {
    var version = Settings.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** Read when it is first asked for. */
  private static final class BuiltIn {
    private static final CatalogueText TEXT = CatalogueText.builtIn();
  }

  /** Starts from the defaults. */
  public static final class Builder {
    private final Instant asOf;
    private int maxRecordBytes = DEFAULT_MAX_RECORD_BYTES;
    private Duration settle = DEFAULT_SETTLE;
    private Duration lateness = DEFAULT_LATENESS;
    private int hops = DEFAULT_HOPS;
    private int judgedAgainPerSecond = DEFAULT_JUDGED_AGAIN_PER_SECOND;
    private Clock clock = Clock.systemUTC();
    private Clock certificateClock;
    private Duration certificateLateness;
    private Selection selection = Selection.ALL;
    private boolean replay;
    private String suppressions;
    private String exploitation;
    private CatalogueText catalogue;

    private Builder(Instant asOf) {
      this.asOf = asOf;
    }

    public Builder maxRecordBytes(int value) {
      if (value < LEAST_RECORD_BYTES || value > MOST_RECORD_BYTES) {
        throw new IllegalArgumentException(
            String.format(
                "maxRecordBytes must be from %d to %d, was %d",
                LEAST_RECORD_BYTES, MOST_RECORD_BYTES, value));
      }
      maxRecordBytes = value;
      return this;
    }

    public Builder selection(Selection value) {
      selection = Objects.requireNonNull(value);
      return this;
    }

    /** All input is replayed, also what EventBridge did not mark. */
    public Builder replay() {
      replay = true;
      return this;
    }

    /**
     * @param value the text of a file of suppressions
     * @throws io.breakwater.core.catalogue.CatalogueException naming every fault
     */
    public Builder suppressions(String value) {
      Suppressions.of("suppressions", value);
      suppressions = value;
      return this;
    }

    /**
     * @param value the text of a file of exploitation data
     * @throws io.breakwater.core.catalogue.CatalogueException naming every fault
     */
    public Builder exploitation(String value) {
      ExploitationData.of("exploitation data", value);
      exploitation = value;
      return this;
    }

    public Builder settle(Duration value) {
      settle = upTo(MOST_SETTLE, "settle", value);
      return this;
    }

    public Builder lateness(Duration value) {
      lateness = upTo(MOST_LATENESS, "lateness", value);
      return this;
    }

    /**
     * For tests, which bring events of other times.
     *
     * @param value has to be serialisable
     */
    public Builder clock(Clock value) {
      clock = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Lets certificates live by a clock of their own. A word that is on its way for a second of the
     * wall clock is late by more on a faster one: so it has its own lateness.
     *
     * @param value has to be serialisable
     */
    public Builder certificateClock(Clock value, Duration lateness) {
      certificateClock = Objects.requireNonNull(value);
      certificateLateness = notNegative("lateness", lateness);
      return this;
    }

    /** Each one is a stage of the job of its own. */
    public Builder hops(int value) {
      if (value < 1 || value > MOST_HOPS) {
        throw new IllegalArgumentException(
            "hops must be from 1 to " + MOST_HOPS + ", was " + value);
      }
      hops = value;
      return this;
    }

    /** When the rules have changed: what a task does of that in a second, beside its work. */
    public Builder judgedAgainPerSecond(int resources) {
      if (resources < 1 || resources > MOST_JUDGED_AGAIN_PER_SECOND) {
        throw new IllegalArgumentException(
            "judged-again-per-second must be from 1 to "
                + MOST_JUDGED_AGAIN_PER_SECOND
                + ", was "
                + resources);
      }
      judgedAgainPerSecond = resources;
      return this;
    }

    /**
     * A directory laid out as the catalogue that ships; without it that one is used. It is read
     * here and never again.
     *
     * @throws io.breakwater.core.catalogue.CatalogueException naming every fault
     */
    public Builder catalogue(Path directory) {
      return catalogue(CatalogueText.in(directory));
    }

    /** A catalogue that was read already, in place of the one that ships. */
    public Builder catalogue(CatalogueText text) {
      catalogue = Objects.requireNonNull(text);
      return this;
    }

    /**
     * The settings, checked together.
     *
     * @throws IllegalArgumentException when the catalogue has traits that come from further away
     */
    public Settings build() {
      var settings = new Settings(this);
      var tooLong = Routes.of(settings.catalogue()).longerThan(hops);
      if (!tooLong.isEmpty()) {
        throw new IllegalArgumentException(
            "hops must be greater than "
                + hops
                + " for this catalogue: "
                + String.join("; ", tooLong));
      }
      return settings;
    }

    private static Duration upTo(Duration most, String name, Duration value) {
      if (value.compareTo(most) > 0) {
        throw new IllegalArgumentException(name + " must be at most " + most + ", was " + value);
      }
      return notNegative(name, value);
    }

    private static Duration notNegative(String name, Duration value) {
      if (value.isNegative()) {
        throw new IllegalArgumentException(name + " must not be negative, was " + value);
      }
      return value;
    }
  }
}
