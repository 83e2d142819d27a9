// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.signal;

import java.util.Locale;

/**
 * Names of the products that report findings, as used in patterns and in state keys.
 *
 * <p>A finding of another AWS product carries the last word of that product's ARN in Security Hub,
 * such as {@code health}; one of a third party {@code company/product} in lower case.
 */
public final class Product {
  public static final String SECURITY_HUB = "securityhub";
  public static final String INSPECTOR = "inspector";
  public static final String GUARDDUTY = "guardduty";
  public static final String MACIE = "macie";
  public static final String ACCESS_ANALYZER = "access-analyzer";
  public static final String CONFIG = "config";

  /** Security Hub's own exposure findings. */
  public static final String SECURITY_HUB_EXPOSURE = "securityhub-risk";

  public static final String BREAKWATER = "breakwater";

  private Product() {}

  /** {@code company/product}, in lower case. */
  public static String thirdParty(String company, String product) {
    return (company + "/" + product).toLowerCase(Locale.ROOT);
  }
}
