// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Signal;
import java.io.IOException;
import java.util.Map;

/**
 * The product that reported a finding, as Security Hub names it.
 *
 * <p>Names, vendor and {@code productv2} ARNs as observed in Security Hub's own OCSF findings; a
 * product that has no such ARN is identified by our name for it.
 */
final class ProductWriter {
  private static final String AWS = "AWS";

  private static final Map<String, String> NAMES =
      Map.of(
          Product.SECURITY_HUB, "Security Hub",
          Product.INSPECTOR, "Inspector",
          Product.GUARDDUTY, "GuardDuty",
          Product.MACIE, "Macie",
          Product.ACCESS_ANALYZER, "IAM Access Analyzer",
          Product.CONFIG, "Config");

  private ProductWriter() {}

  static void write(JsonGenerator json, Signal signal) throws IOException {
    var product = signal.product();
    json.writeObjectFieldStart("product");
    json.writeStringField("name", name(product));
    json.writeStringField("vendor_name", vendor(product));
    json.writeStringField("uid", uid(product, signal.resource()));
    json.writeEndObject();
  }

  static String name(String product) {
    return NAMES.getOrDefault(product, product.substring(product.indexOf('/') + 1));
  }

  private static String vendor(String product) {
    int slash = product.indexOf('/');
    return slash < 0 ? AWS : product.substring(0, slash);
  }

  private static String uid(String product, Resource resource) {
    switch (product) {
      case Product.SECURITY_HUB:
      case Product.INSPECTOR:
      case Product.GUARDDUTY:
      case Product.MACIE:
        return resource.region().isEmpty()
            ? product
            : String.format(
                "arn:%s:securityhub:%s::productv2/aws/%s",
                resource.arn().partition(), resource.region(), product);
      default:
        return product;
    }
  }
}
