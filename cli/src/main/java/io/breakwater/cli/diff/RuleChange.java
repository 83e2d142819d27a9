// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A rule that is not the same in two catalogues, and which exposures that can make a difference to.
 */
final class RuleChange {
  /** What decides whether a resource has a trait, and what it is evidence of. */
  private static final Set<String> GIVES =
      Set.of(
          "pattern", "via", "viaByType", "unless", "computed", "window", "role", "type", "serves");

  private static final Set<String> WEIGHS = Set.of("factors", "impact");
  private static final Set<String> NAMES = Set.of("phrase");
  private static final Set<String> TELLS = Set.of("title", "remediation", "indicators");

  private final Rule rule;
  private final JsonNode before;
  private final JsonNode after;
  private final Set<Rule> users;

  /**
   * @param before null for a rule that is new
   * @param after null for one that is gone
   * @param users the traits that alone ask for it; empty where it holds of all
   */
  RuleChange(Rule rule, JsonNode before, JsonNode after, Set<Rule> users) {
    this.rule = rule;
    this.before = before;
    this.after = after;
    this.users = users;
  }

  boolean isOne() {
    return !Objects.equals(before, after);
  }

  Rule rule() {
    return rule;
  }

  /** Such as {@code added} or {@code changed: pattern, via}. */
  String what() {
    if (before == null) {
      return "added";
    }
    if (after == null) {
      return "removed";
    }
    return before.isObject() ? "changed: " + String.join(", ", members()) : "changed";
  }

  /** The members of its definition that are not the same. */
  private SortedSet<String> members() {
    var members = new TreeSet<String>();
    before.fieldNames().forEachRemaining(members::add);
    after.fieldNames().forEachRemaining(members::add);
    members.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
    return members;
  }

  private boolean isIn(Set<String> some) {
    return before == null || after == null || members().stream().anyMatch(some::contains);
  }

  /** Whether this can have made a difference. */
  boolean concerns(Difference difference) {
    var type = difference.either().resourceType();
    if (!rule.resourceType().isEmpty() && !rule.resourceType().equals(type)) {
      return false;
    }
    if (difference.either().subject() != rule.kind().subject()) {
      return false;
    }
    return switch (rule.kind()) {
      case TRAIT -> trait(difference);
      case EXPOSURE ->
          named(difference) && (difference.isOnOneSide() || isNamedOtherwise(difference));
      case ORDER -> difference.isIn(Aspect.RULE) && isTurned(difference);
      case SEVERITY -> severity(difference);
      case WINDOW -> window(difference);
      case INDICATOR -> difference.isIn(Aspect.EVIDENCE) && has(difference, Standing::traits);
      case ATTACK -> difference.isIn(Aspect.RULE) && has(difference, Standing::classification);
      case NOUN -> difference.isIn(Aspect.TITLE) || difference.isIn(Aspect.WORDING);
      case CERTIFICATES -> certificates(difference);
    };
  }

  private boolean trait(Difference difference) {
    if (isPremise()) {
      return difference.isOnOneSide()
          || difference.isIn(Aspect.EVIDENCE)
          || difference.isIn(Aspect.PATH);
    }
    var id = rule.id();
    if (difference.gained().contains(id) || difference.lost().contains(id)) {
      return isIn(GIVES);
    }
    if (!difference.isKept(id)) {
      return differsBehind(difference, id) && !difference.isOnOneSide() && isIn(GIVES);
    }
    boolean weighs = difference.isIn(Aspect.WEIGHING) || difference.isIn(Aspect.SEVERITY);
    boolean tells =
        differsBehind(difference, id)
            || difference.isIn(Aspect.TITLE)
            || difference.isIn(Aspect.WORDING);
    boolean gives = differsBehind(difference, id) || difference.isIn(Aspect.PATH);
    return (gives && isIn(GIVES))
        || (weighs && isIn(WEIGHS))
        || (tells && isIn(TELLS))
        || (difference.isIn(Aspect.TITLE) && isIn(NAMES));
  }

  /**
   * Whether this weighs an exposure that one side alone has: what weighs next to nothing is not
   * announced.
   */
  boolean weighs(Difference difference) {
    var either = difference.either();
    return (rule.kind() == RuleKind.SEVERITY
            && either.subject() == Subject.EXPOSURES
            && isAskedFor(difference))
        || (rule.kind() == RuleKind.TRAIT
            && rule.resourceType().equals(either.resourceType())
            && either.traits().containsKey(rule.id())
            && isIn(WEIGHS));
  }

  /** A trait that no finding shows: it is there for others to rest on. */
  private boolean isPremise() {
    return Stream.of(before, after)
        .filter(Objects::nonNull)
        .anyMatch(definition -> definition.path("role").asText().equals("premise"));
  }

  private static boolean differsBehind(Difference difference, String trait) {
    return !Objects.equals(
        difference.before().map(standing -> standing.behind(trait)),
        difference.after().map(standing -> standing.behind(trait)));
  }

  private boolean named(Difference difference) {
    return difference.before().filter(s -> s.rule().equals(rule.id())).isPresent()
        || difference.after().filter(s -> s.rule().equals(rule.id())).isPresent();
  }

  private static boolean isNamedOtherwise(Difference difference) {
    return difference.isIn(Aspect.RULE)
        || difference.isIn(Aspect.TITLE)
        || difference.isIn(Aspect.WORDING);
  }

  /** Whether the rules of the two sides stand the other way round. */
  private boolean isTurned(Difference difference) {
    if (before == null || after == null || difference.isOnOneSide()) {
      return false;
    }
    var one = difference.before().orElseThrow().rule();
    var other = difference.after().orElseThrow().rule();
    var was = ids(before);
    var is = ids(after);
    return was.containsAll(List.of(one, other))
        && is.containsAll(List.of(one, other))
        && was.indexOf(one) < was.indexOf(other) != is.indexOf(one) < is.indexOf(other);
  }

  private static List<String> ids(JsonNode order) {
    return StreamSupport.stream(order.spliterator(), false).map(JsonNode::asText).toList();
  }

  private boolean severity(Difference difference) {
    if (!rule.id().equals("matrix")) {
      return isAskedFor(difference)
          && (difference.isIn(Aspect.WEIGHING) || difference.isIn(Aspect.SEVERITY));
    }
    return difference.isIn(Aspect.SEVERITY)
        && (difference.before().filter(this::isOfChangedCell).isPresent()
            || difference.after().filter(this::isOfChangedCell).isPresent());
  }

  private boolean isAskedFor(Difference difference) {
    return users.isEmpty()
        || Stream.of(difference.before(), difference.after())
            .flatMap(Optional::stream)
            .anyMatch(this::isAskedFor);
  }

  private boolean isAskedFor(Standing standing) {
    return standing.traits().keySet().stream()
        .map(trait -> new Rule(RuleKind.TRAIT, standing.resourceType(), trait))
        .anyMatch(users::contains);
  }

  private boolean isOfChangedCell(Standing standing) {
    var likelihood = standing.likelihood().toLowerCase(Locale.ROOT).replace(' ', '-');
    var was = before.path(likelihood);
    var is = after.path(likelihood);
    var impact = standing.impact().toLowerCase(Locale.ROOT);
    return (was.has(impact) && is.has(impact))
        ? !was.get(impact).equals(is.get(impact))
        : !was.equals(is);
  }

  private boolean certificates(Difference difference) {
    return switch (rule.id()) {
      case "severity" -> difference.isIn(Aspect.SEVERITY) || difference.isOnOneSide();
      case "remedies" -> difference.isIn(Aspect.WORDING);
      default -> true;
    };
  }

  private boolean window(Difference difference) {
    return (difference.isOnOneSide() || difference.isIn(Aspect.EVIDENCE))
        && (rule.id().equals("default") || has(difference, RuleChange::products));
  }

  private static String products(Standing standing) {
    return standing.products().toString().toLowerCase(Locale.ROOT).replace(" ", "");
  }

  private boolean has(Difference difference, Function<Standing, Object> of) {
    return Stream.of(difference.before(), difference.after())
        .flatMap(Optional::stream)
        .anyMatch(standing -> of.apply(standing).toString().contains(rule.id()));
  }

  @Override
  public String toString() {
    return rule + " (" + what() + ")";
  }
}
