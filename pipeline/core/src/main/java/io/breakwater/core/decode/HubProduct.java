// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.ocsf.ExposureFindingWriter;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Product;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which product a finding in Security Hub comes from.
 *
 * <p>The product ARN decides: {@code …:product/aws/guardduty} in ASFF, {@code
 * …:productv2/aws/guardduty} in OCSF, {@code …:product/company/product} for third parties. Names
 * decide where it is no such ARN, or names no more than the account that imported the finding
 * ({@code …:product/111122223333/default}).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-internal-providers.html">
 *     AWS products and their ARNs</a>
 */
final class HubProduct {
  /** Findings that say which capabilities are switched on, by the last word of the product ARN. */
  static final String COVERAGE = "securityhub-coverage";

  private static final String AWS = "aws";
  private static final Set<String> AWS_COMPANIES = Set.of("", AWS, "amazon", "amazon web services");
  private static final Pattern ACCOUNT = Pattern.compile("\\d+");
  private static final Pattern COMPANY_IN_NAME = Pattern.compile("^(?:aws|amazon)\\s+");

  /** Names as observed in ASFF's ProductName and OCSF's metadata.product.name, in lower case. */
  private static final Map<String, String> BY_NAME =
      Map.ofEntries(
          Map.entry("security hub", Product.SECURITY_HUB),
          Map.entry("security hub cspm", Product.SECURITY_HUB),
          Map.entry("security hub exposure detection", Product.SECURITY_HUB_EXPOSURE),
          Map.entry("security hub exposure analysis", Product.SECURITY_HUB_EXPOSURE),
          Map.entry("security hub coverage", COVERAGE),
          Map.entry("guardduty", Product.GUARDDUTY),
          Map.entry("inspector", Product.INSPECTOR),
          Map.entry("macie", Product.MACIE),
          Map.entry("iam access analyzer", Product.ACCESS_ANALYZER),
          Map.entry("access analyzer", Product.ACCESS_ANALYZER),
          Map.entry("config", Product.CONFIG));

  private HubProduct() {}

  /** A name of {@link Product}; empty when neither ARN nor name tells. */
  static String of(String productArn, String company, String name) {
    var path = Arn.tryParse(productArn).map(arn -> arn.resource().split("/", 3)).orElse(null);
    boolean known = path != null && path.length == 3 && path[0].startsWith("product");
    if (known && path[1].equals(AWS)) {
      return path[2].toLowerCase(Locale.ROOT);
    }
    if (known && (name.isEmpty() || !ACCOUNT.matcher(path[1]).matches())) {
      return Product.thirdParty(path[1], path[2]);
    }
    return name.isEmpty() ? "" : byName(company, name);
  }

  private static String byName(String company, String name) {
    if (AWS_COMPANIES.contains(company.toLowerCase(Locale.ROOT))) {
      var shortName = COMPANY_IN_NAME.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst("");
      var product = BY_NAME.get(shortName);
      if (product != null) {
        return product;
      }
    }
    return Product.thirdParty(Fields.firstOf(company, name), name);
  }

  /** Whether Breakwater emitted the finding, in whatever form it came back. */
  static boolean isOwn(String company, String name) {
    return ExposureFindingWriter.PRODUCT.equalsIgnoreCase(name)
        || ExposureFindingWriter.PRODUCT.equalsIgnoreCase(company);
  }
}
