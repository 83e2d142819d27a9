// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import java.util.Locale;

/**
 * Tells resources of other clouds, which Security Hub and its partners report in the same formats.
 *
 * @see <a href="https://docs.aws.amazon.com/securityhub/latest/userguide/supported-resources.html">
 *     Resource types, Azure's among them</a>
 */
final class ForeignCloud {
  private ForeignCloud() {}

  /**
   * @param provider who runs the cloud, as the finding says; empty when it does not
   */
  static boolean holds(String id, String type, String provider) {
    return !(provider.isEmpty() || isAws(provider.toLowerCase(Locale.ROOT)))
        || id.startsWith("/subscriptions/")
        || type.toLowerCase(Locale.ROOT).startsWith("microsoft.");
  }

  private static boolean isAws(String provider) {
    return provider.equals("aws") || provider.startsWith("amazon");
  }
}
