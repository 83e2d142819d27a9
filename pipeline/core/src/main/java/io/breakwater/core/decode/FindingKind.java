// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.signal.Product;
import java.util.List;

/**
 * What sort of finding it is, in the words that the provider's own events use, so that one pattern
 * of the catalogue fits every copy of a finding.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/asff-required-attributes.html#Types">
 *     ASFF's taxonomy of types</a>
 */
final class FindingKind {
  static final String PACKAGE_VULNERABILITY = "PACKAGE_VULNERABILITY";
  static final String NETWORK_REACHABILITY = "NETWORK_REACHABILITY";
  static final String CODE_VULNERABILITY = "CODE_VULNERABILITY";

  private FindingKind() {}

  /**
   * Inspector's kinds follow from what its findings hold; a vulnerability reported by anyone else
   * is one of a package too. GuardDuty's and Macie's types stand within their types in Security
   * Hub. Of all others it is the first type.
   *
   * @param types as the finding lists them
   * @param inPackages whether it names a vulnerability
   * @param inCode whether it names a place in code and no package
   * @param title Inspector's says what is reachable from where
   */
  static String of(
      String product, List<String> types, boolean inPackages, boolean inCode, String title) {
    switch (product) {
      case Product.INSPECTOR:
        return ofInspector(types, inPackages, inCode, title);
      case Product.GUARDDUTY:
      case Product.MACIE:
        return types.stream()
            .filter(type -> type.indexOf(':') > 0)
            .findFirst()
            .map(FindingKind::providersType)
            .orElse(first(types));
      default:
        return inPackages ? PACKAGE_VULNERABILITY : first(types);
    }
  }

  private static String ofInspector(
      List<String> types, boolean inPackages, boolean inCode, String title) {
    if (inCode) {
      return CODE_VULNERABILITY;
    }
    if (inPackages) {
      return PACKAGE_VULNERABILITY;
    }
    if (mention(types, "Network Reachability") || ReachabilityTitle.read(title).isPresent()) {
      return NETWORK_REACHABILITY;
    }
    return mention(types, "/Vulnerabilities") ? PACKAGE_VULNERABILITY : first(types);
  }

  /**
   * {@code Recon:EC2/Portscan} is {@code TTPs/Discovery/Recon:EC2-Portscan} in ASFF, as a slash
   * would divide the type there (observed).
   */
  private static String providersType(String type) {
    int colon = type.indexOf(':');
    var own = type.substring(type.lastIndexOf('/', colon) + 1);
    if (own.indexOf('/') > 0) {
      return own;
    }
    int dash = own.indexOf('-', own.indexOf(':'));
    return dash < 0 ? own : own.substring(0, dash) + "/" + own.substring(dash + 1);
  }

  private static boolean mention(List<String> types, String words) {
    return types.stream().anyMatch(type -> type.contains(words));
  }

  private static String first(List<String> types) {
    return Fields.firstOf(types.toArray(new String[0]));
  }
}
