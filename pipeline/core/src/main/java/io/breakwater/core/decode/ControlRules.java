// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.resource.Table;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Security Hub control that a Config rule stands behind.
 *
 * <p>Security Hub's own rules are called {@code securityhub-<rule>-<hash>}, those of conformance
 * packs {@code <rule>-conformance-pack-<id>} (both observed); a rule that somebody set up carries
 * the managed rule's name unless they gave it another.
 */
final class ControlRules {
  private static final Map<String, String> CONTROLS =
      Table.read(ControlRules.class, "control-rules.txt", 2).stream()
          .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));

  private static final Pattern DECORATED =
      Pattern.compile(
          "securityhub-(?<managed>.+)-[0-9a-z]{6,10}|(?<packed>.+)-conformance-pack-[0-9a-z]+");

  /** Such as EC2.8: an id that is the same in every standard. */
  private static final Pattern CONSOLIDATED = Pattern.compile("[A-Z][A-Za-z0-9]*\\.\\d+");

  private ControlRules() {}

  /** Empty for a rule that is of no control that we know. */
  static Optional<String> controlOf(String rule) {
    var decorated = DECORATED.matcher(rule);
    if (!decorated.matches()) {
      return Optional.ofNullable(CONTROLS.get(rule));
    }
    var managed = decorated.group("managed");
    return Optional.ofNullable(CONTROLS.get(managed == null ? decorated.group("packed") : managed));
  }

  /** The id that is the same in every standard, where the finding's own is not and its rule is. */
  static String consolidated(String control, String rule) {
    return rule.isEmpty() || CONSOLIDATED.matcher(control).matches()
        ? control
        : controlOf(rule).orElse(control);
  }
}
