// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.resource.Table;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The actions of IAM that read or write what a resource holds; {@code data-actions.txt} has them.
 */
final class DataActions {
  private static final List<String[]> ROWS = Table.read(DataActions.class, "data-actions.txt", 2);

  private DataActions() {}

  /**
   * The types of the resources whose data the actions reach.
   *
   * @param patterns as policies write actions
   */
  static Set<String> typesCoveredBy(List<String> patterns) {
    return ROWS.stream()
        .filter(row -> patterns.stream().anyMatch(pattern -> covers(pattern, row[0])))
        .map(row -> row[1])
        .collect(Collectors.toSet());
  }

  /**
   * Whether the action is one that the pattern means: {@code *} is any number of characters, {@code
   * ?} one, and case does not count. Takes time in proportion to both lengths at worst.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">Action</a>
   */
  static boolean covers(String pattern, String action) {
    var wanted = pattern.toLowerCase(Locale.ROOT);
    var text = action.toLowerCase(Locale.ROOT);
    int at = 0;
    int next = 0;
    int star = -1;
    int resume = 0;
    while (at < text.length()) {
      if (next < wanted.length()
          && (wanted.charAt(next) == '?' || wanted.charAt(next) == text.charAt(at))) {
        at++;
        next++;
      } else if (next < wanted.length() && wanted.charAt(next) == '*') {
        star = next++;
        resume = at;
      } else if (star >= 0) {
        next = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    return wanted.substring(next).chars().allMatch(rest -> rest == '*');
  }
}
