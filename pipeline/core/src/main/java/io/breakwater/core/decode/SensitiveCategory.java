// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import java.util.List;

/**
 * Categories of sensitive data, in Macie's words.
 *
 * @see <a href="https://docs.aws.amazon.com/macie/latest/user/findings-types.html">Types of Macie
 *     findings</a>
 */
final class SensitiveCategory {
  private static final String CREDENTIALS = "CREDENTIALS";
  private static final String FINANCIAL = "FINANCIAL_INFORMATION";
  private static final String PERSONAL = "PERSONAL_INFORMATION";
  static final String CUSTOM = "CUSTOM_IDENTIFIER";

  /** From worst to least bad; what is none of them comes after all. */
  private static final List<String> BY_WEIGHT = List.of(CREDENTIALS, FINANCIAL, PERSONAL, CUSTOM);

  private SensitiveCategory() {}

  /** Either may be empty. */
  static String worse(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one + other;
    }
    return rank(other) < rank(one) ? other : one;
  }

  private static int rank(String category) {
    int rank = BY_WEIGHT.indexOf(category);
    return rank < 0 ? BY_WEIGHT.size() : rank;
  }

  /** What Macie's or ASFF's type of a finding tells; empty when it tells none. */
  static String ofTypes(List<String> types) {
    return types.stream().map(SensitiveCategory::ofType).reduce("", SensitiveCategory::worse);
  }

  private static String ofType(String type) {
    if (!type.contains("SensitiveData:") && !type.startsWith("Sensitive Data Identifications/")) {
      return "";
    }
    if (type.endsWith("Credentials") || type.endsWith("/Passwords")) {
      return CREDENTIALS;
    }
    if (type.endsWith("Financial")) {
      return FINANCIAL;
    }
    if (type.endsWith("Personal") || type.endsWith("/PII")) {
      return PERSONAL;
    }
    return type.endsWith("CustomIdentifier") ? CUSTOM : "";
  }
}
