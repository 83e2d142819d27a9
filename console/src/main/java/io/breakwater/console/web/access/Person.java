// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

/**
 * Who asks.
 *
 * @param name as it stands in the audit log and in actions
 * @param browser whether a browser lets them in by itself, so that another page could make it ask
 */
public record Person(String name, Role role, boolean browser) {
  private static final int LONGEST = 128;

  public Person {
    if (name.isBlank()
        || name.length() > LONGEST
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a name has 1 to " + LONGEST + " characters that can be printed");
    }
  }
}
