// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Which exposures are meant. */
public sealed interface Filter {
  /** No condition. */
  static Filter everything() {
    return new All(List.of());
  }

  /** All conditions that it has, however deep. */
  List<Condition> conditions();

  /** How deep it is nested. */
  int depth();

  /** Fulfils each; none means everything. */
  record All(List<Filter> parts) implements Filter {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Condition> conditions() {
      return parts.stream().flatMap(part -> part.conditions().stream()).toList();
    }

    @Override
    public int depth() {
      return 1 + parts.stream().mapToInt(Filter::depth).max().orElse(0);
    }
  }

  /** Fulfils at least one; none means nothing. */
  record Any(List<Filter> parts) implements Filter {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Condition> conditions() {
      return parts.stream().flatMap(part -> part.conditions().stream()).toList();
    }

    @Override
    public int depth() {
      return 1 + parts.stream().mapToInt(Filter::depth).max().orElse(0);
    }
  }

  /** Of a field that an exposure has several of, one has to fulfil it, or none if it is negated. */
  record Condition(Field field, Operator operator, String value) implements Filter {
    private static final int LONGEST = 2_048;

    public Condition {
      if (value.length() > LONGEST || value.indexOf('\0') >= 0) {
        throw new IllegalArgumentException(
            "a value to filter "
                + field.path()
                + " by has at most "
                + LONGEST
                + " characters, and no NUL");
      }
      if (field.isTime() != operator.isOfTime()) {
        throw new IllegalArgumentException(
            field.path() + " cannot be compared by " + operator.name().toLowerCase(Locale.ROOT));
      }
      if (field.isTime()) {
        Moment.millis(value, Instant.EPOCH);
      }
    }

    @Override
    public List<Condition> conditions() {
      return List.of(this);
    }

    /** Whether a text is what is asked for, before it is negated; not for times. */
    public boolean fits(String text) {
      return switch (operator.comparison()) {
        case WHOLE -> text.equals(value);
        case PART -> AsciiCase.lower(text).contains(AsciiCase.lower(value));
        case BEGINNING -> AsciiCase.lower(text).startsWith(AsciiCase.lower(value));
        case FROM, BEFORE -> throw new IllegalArgumentException(field.path() + " is a time");
      };
    }

    @Override
    public int depth() {
      return 0;
    }
  }

  /** How much of a value is compared with what. */
  enum Comparison {
    WHOLE,
    /** Upper and lower case of a to z are the same. */
    PART,
    /** Upper and lower case of a to z are the same. */
    BEGINNING,
    /** That time, or later. */
    FROM,
    /** Earlier than that time. */
    BEFORE
  }

  /** How a value is compared; a time only by the last two, and nothing else by these. */
  enum Operator {
    EQUALS(Comparison.WHOLE, false),
    NOT_EQUALS(Comparison.WHOLE, true),
    CONTAINS(Comparison.PART, false),
    NOT_CONTAINS(Comparison.PART, true),
    PREFIX(Comparison.BEGINNING, false),
    PREFIX_NOT_EQUALS(Comparison.BEGINNING, true),
    AFTER(Comparison.FROM, false),
    BEFORE(Comparison.BEFORE, false);

    private final Comparison comparison;
    private final boolean negated;

    Operator(Comparison comparison, boolean negated) {
      this.comparison = comparison;
      this.negated = negated;
    }

    public Comparison comparison() {
      return comparison;
    }

    public boolean isOfTime() {
      return comparison == Comparison.FROM || comparison == Comparison.BEFORE;
    }

    public boolean negated() {
      return negated;
    }
  }

  static Filter is(Field field, String value) {
    return new Condition(field, Operator.EQUALS, value);
  }

  static Filter isNot(Field field, String value) {
    return new Condition(field, Operator.NOT_EQUALS, value);
  }

  static Filter contains(Field field, String value) {
    return new Condition(field, Operator.CONTAINS, value);
  }

  static Filter containsNot(Field field, String value) {
    return new Condition(field, Operator.NOT_CONTAINS, value);
  }

  static Filter startsWith(Field field, String value) {
    return new Condition(field, Operator.PREFIX, value);
  }

  /**
   * @param moment as {@link Moment} reads it
   */
  static Filter since(Field field, String moment) {
    return new Condition(field, Operator.AFTER, moment);
  }

  /**
   * @param moment as {@link Moment} reads it
   */
  static Filter before(Field field, String moment) {
    return new Condition(field, Operator.BEFORE, moment);
  }

  static Filter all(Filter... parts) {
    return new All(List.of(parts));
  }

  static Filter any(Filter... parts) {
    return new Any(List.of(parts));
  }

  /**
   * Without what it says of this field on its own: so that a facet shows what else could be chosen.
   * What is nested with other fields stays.
   */
  default Filter without(Field field) {
    if (isOnlyOf(field)) {
      return everything();
    }
    return this instanceof All all
        ? new All(all.parts().stream().map(part -> part.without(field)).toList())
        : this;
  }

  private boolean isOnlyOf(Field field) {
    if (this instanceof Condition condition) {
      return condition.field() == field;
    }
    return this instanceof Any any
        && !any.parts().isEmpty()
        && any.parts().stream().allMatch(part -> part.isOnlyOf(field));
  }
}
