// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.Shape;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Severity;

/**
 * How severe an ASFF finding is: its label, else its normalised number, else the product's own
 * number where the product's scale is known.
 *
 * <p>The label may have been changed by a person or an automation rule. That is meant to count, and
 * so it does here; what the provider said first stands in {@code FindingProviderFields} and is
 * asked only where {@code Severity} says nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Severity.html">
 *     Severity</a>
 */
final class AsffSeverity {
  static final Shape<AsffSeverity> SHAPE =
      Shape.of(AsffSeverity::new)
          .text("Label", (severity, value) -> severity.label = value)
          .number("Normalized", (severity, value) -> severity.normalized = value)
          .number("Product", (severity, value) -> severity.ofProduct = value);

  private String label = "";
  private double normalized = Double.NaN;
  private double ofProduct = Double.NaN;

  /** Unknown when it says nothing that can be read. */
  Severity of(String product) {
    var byLabel = Severity.ofLabel(label);
    if (byLabel != Severity.UNKNOWN) {
      return byLabel;
    }
    var byNumber = Severity.ofAsffNormalized(normalized);
    return byNumber == Severity.UNKNOWN ? byProduct(product) : byNumber;
  }

  /** Controls write the normalised number here once more (observed). */
  private Severity byProduct(String product) {
    switch (product) {
      case Product.GUARDDUTY:
        return Severity.ofGuardDutyScore(ofProduct);
      case Product.SECURITY_HUB:
        return Severity.ofAsffNormalized(ofProduct);
      default:
        return Severity.UNKNOWN;
    }
  }
}
