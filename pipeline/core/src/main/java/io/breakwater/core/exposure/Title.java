// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.catalogue.ExposureRule;
import io.breakwater.core.catalogue.Phrase;
import io.breakwater.core.catalogue.Trait;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the title of an exposure: {@code Potential <Outcome>: [before] <noun> [with …]
 * <predicates> [after]}.
 *
 * <p>Phrases stand in the order of the catalogue, so the same traits always read the same. A phrase
 * that several traits share is said once, and of many phrases the first ones are said and the rest
 * counted.
 */
final class Title {
  /** A list in a sentence that is still read, not counted. */
  private static final int MAX_LISTED = 4;

  private Title() {}

  /**
   * @param contributing the contributing traits, in the order of the catalogue
   */
  static String of(ExposureRule rule, String noun, List<Trait> contributing) {
    var ids = contributing.stream().map(Trait::id).collect(Collectors.toSet());
    var before = phrases(contributing, ids, Phrase.Place.BEFORE);
    var with = phrases(contributing, ids, Phrase.Place.WITH);
    var predicates = phrases(contributing, ids, Phrase.Place.PREDICATE);
    var after = phrases(contributing, ids, Phrase.Place.AFTER);
    var subject = new StringBuilder();
    if (!before.isEmpty()) {
      subject.append(joined(before, "more")).append(' ');
    }
    subject.append(noun);
    if (!with.isEmpty()) {
      subject.append(" with ").append(joined(with, "more"));
    }
    if (!predicates.isEmpty()) {
      subject.append(' ').append(joined(predicates, "more weaknesses", "has "));
    }
    if (!after.isEmpty()) {
      subject.append(' ').append(joined(after, "more"));
    }
    return "Potential " + rule.outcome() + ": " + capitalised(subject.toString());
  }

  private static List<String> phrases(List<Trait> traits, Set<String> ids, Phrase.Place place) {
    return traits.stream()
        .flatMap(trait -> trait.phrase().stream())
        .filter(phrase -> phrase.place() == place)
        .filter(phrase -> phrase.hiddenBy().stream().noneMatch(ids::contains))
        .map(Phrase::text)
        .distinct()
        .collect(Collectors.toList());
  }

  private static String joined(List<String> phrases, String more) {
    return joined(phrases, more, "");
  }

  /** {@code a}, {@code a and b}, {@code a, b, and c}, {@code a, b, c, and has 3 more}. */
  private static String joined(List<String> phrases, String more, String verb) {
    if (phrases.size() > MAX_LISTED) {
      int listed = MAX_LISTED - 1;
      return String.join(", ", phrases.subList(0, listed))
          + ", and "
          + verb
          + (phrases.size() - listed)
          + " "
          + more;
    }
    int last = phrases.size() - 1;
    if (last == 0) {
      return phrases.get(0);
    }
    if (last == 1) {
      return phrases.get(0) + " and " + phrases.get(1);
    }
    return String.join(", ", phrases.subList(0, last)) + ", and " + phrases.get(last);
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
