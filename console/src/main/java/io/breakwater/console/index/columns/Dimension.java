// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.columns;

import io.breakwater.console.index.Severity;
import io.breakwater.console.index.Status;
import io.breakwater.console.index.query.Field;
import io.breakwater.console.index.query.Filter.Condition;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * A field of exposures: of each exposure one value or several, as numbers. Where the columns have a
 * field only as a hash, the store has to be asked for the rest.
 */
abstract class Dimension {
  /** How many values an exposure has. */
  int size(int exposure) {
    return 1;
  }

  abstract long value(int exposure, int which);

  /** What people call a value; empty where the store has to be asked. */
  Optional<String> name(long value) {
    return Optional.empty();
  }

  /** What fulfils a condition before it is negated; empty where the store has to be asked. */
  Optional<IntPredicate> fulfilling(Condition condition) {
    return Optional.empty();
  }

  /**
   * @throws IllegalArgumentException for a field that does not {@linkplain Field#groups group}
   */
  static Dimension of(Field field, Columns columns) {
    return switch (field) {
      case SEVERITY -> new Coded(columns.severity, id -> Severity.of(id).word());
      case STATUS -> new Coded(columns.status, id -> Status.of(id).word());
      case ACCOUNT -> new Worded(columns.account, columns.accounts);
      case REGION -> new Worded(columns.region, columns.regions);
      case RESOURCE_TYPE -> new Worded(columns.resourceType, columns.resourceTypes);
      case OWNER -> new Worded(columns.owner, columns.owners);
      case TICKET -> new Worded(columns.ticket, columns.tickets);
      case TITLE -> new Several(columns.heading, columns.titleOf, columns.titles);
      case TYPE -> new Several(columns.heading, columns.typeOf, columns.types);
      case RULE -> new Several(columns.heading, columns.ruleOf, columns.rules);
      case TRAIT -> new Several(columns.traitSet, columns.traitsOf, columns.traits);
      case TRAIT_CATEGORY ->
          new Several(columns.traitSet, columns.categoriesOf, columns.categories);
      case SOURCE -> new Several(columns.sourceSet, columns.sourcesOf, columns.sources);
      case RESOURCE_UID -> new Hashed(columns.resourceUid);
      case RESOURCE_NAME -> new Hashed(columns.resourceName);
      case UID -> new Itself();
      case TAG -> new Tagged(columns.tags);
      case VULNERABILITY -> new Listed(columns.cves, columns.vulnerabilities);
      case OPENED, CHANGED ->
          throw new IllegalArgumentException(field.path() + " is to filter by, not to group by");
    };
  }

  /** Of each number whether its word fulfils a condition: looked up once, not of each exposure. */
  private static boolean[] matching(int numbers, Condition condition, IntFunction<String> words) {
    var matching = new boolean[numbers];
    for (int number = 0; number < numbers; number++) {
      matching[number] = condition.fits(words.apply(number));
    }
    return matching;
  }

  private static final class Coded extends Dimension {
    private static final int CODES = 128;

    private final byte[] column;
    private final IntFunction<String> names;

    private Coded(byte[] column, IntFunction<String> names) {
      this.column = column;
      this.names = names;
    }

    @Override
    long value(int exposure, int which) {
      return column[exposure];
    }

    @Override
    Optional<String> name(long value) {
      return Optional.of(names.apply((int) value));
    }

    @Override
    Optional<IntPredicate> fulfilling(Condition condition) {
      var matching = matching(CODES, condition, names);
      return Optional.of(at -> matching[column[at]]);
    }
  }

  private static final class Worded extends Dimension {
    private final int[] column;
    private final Words words;

    private Worded(int[] column, Words words) {
      this.column = column;
      this.words = words;
    }

    @Override
    long value(int exposure, int which) {
      return column[exposure];
    }

    @Override
    Optional<String> name(long value) {
      return Optional.of(words.word((int) value));
    }

    @Override
    Optional<IntPredicate> fulfilling(Condition condition) {
      var matching = matching(words.size(), condition, words::word);
      return Optional.of(at -> matching[column[at]]);
    }
  }

  private static final class Several extends Dimension {
    private final int[] column;
    private final Sets sets;
    private final Words words;

    private Several(int[] column, Sets sets, Words words) {
      this.column = column;
      this.sets = sets;
      this.words = words;
    }

    @Override
    int size(int exposure) {
      return sets.of(column[exposure]).length;
    }

    @Override
    long value(int exposure, int which) {
      return sets.of(column[exposure])[which];
    }

    @Override
    Optional<String> name(long value) {
      return Optional.of(words.word((int) value));
    }

    @Override
    Optional<IntPredicate> fulfilling(Condition condition) {
      var members = matching(words.size(), condition, words::word);
      var matching = sets.matching(member -> members[member]);
      return Optional.of(at -> column[at] < matching.length && matching[column[at]]);
    }
  }

  private static final class Listed extends Dimension {
    private final int[][] column;
    private final Words words;

    private Listed(int[][] column, Words words) {
      this.column = column;
      this.words = words;
    }

    @Override
    int size(int exposure) {
      return column[exposure].length;
    }

    @Override
    long value(int exposure, int which) {
      return column[exposure][which];
    }

    @Override
    Optional<String> name(long value) {
      return Optional.of(words.word((int) value));
    }

    @Override
    Optional<IntPredicate> fulfilling(Condition condition) {
      return Optional.of(Searched.hasOneOf(column, matching(words.size(), condition, words::word)));
    }
  }

  private static final class Hashed extends Dimension {
    private final long[] column;

    private Hashed(long[] column) {
      this.column = column;
    }

    @Override
    long value(int exposure, int which) {
      return column[exposure];
    }
  }

  private static final class Tagged extends Dimension {
    private final long[][] tags;

    private Tagged(long[][] tags) {
      this.tags = tags;
    }

    @Override
    int size(int exposure) {
      return tags[exposure].length;
    }

    @Override
    long value(int exposure, int which) {
      return tags[exposure][which];
    }
  }

  private static final class Itself extends Dimension {
    @Override
    long value(int exposure, int which) {
      return exposure;
    }
  }
}
