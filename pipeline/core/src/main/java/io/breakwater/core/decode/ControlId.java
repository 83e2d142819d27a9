// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import java.util.regex.Pattern;

/**
 * The id of a Security Hub control, from wherever a finding names it.
 *
 * <p>Security Hub has written it in several ways: {@code security-control/EC2.8}, {@code
 * aws-foundational-security-best-practices/v/1.0.0/EC2.8}, {@code
 * arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0/rule/1.4}, and any of them
 * within a finding's ARN. Most become the control's own id ({@code EC2.8}, {@code PCI.EC2.2}). An
 * id that is a mere number is another control in every version of its standard, so it keeps the
 * standard: {@code cis-aws-foundations-benchmark/v/1.2.0/1.4}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/asff-changes-consolidation.html">
 *     Consolidation of controls</a>
 */
final class ControlId {
  private static final Pattern CONTROL =
      Pattern.compile("(?:.*[/:])?security-control/([A-Za-z]\\w*\\.\\d+)(?:/.*)?");

  private static final Pattern CONTROL_OF_STANDARD =
      Pattern.compile("(?:.*[/:])?([a-z0-9-]+)/v/([0-9.]+)/(?:rule/)?([\\w.]+)(?:/.*)?");

  private ControlId() {}

  /** The first place that names one; empty when none does. */
  static String in(String... places) {
    for (var place : places) {
      var id = in(place);
      if (!id.isEmpty()) {
        return id;
      }
    }
    return "";
  }

  private static String in(String place) {
    var control = CONTROL.matcher(place);
    if (control.matches()) {
      return control.group(1);
    }
    var standard = CONTROL_OF_STANDARD.matcher(place);
    if (!standard.matches()) {
      return "";
    }
    var id = standard.group(3);
    return Character.isLetter(id.charAt(0))
        ? id
        : standard.group(1) + "/v/" + standard.group(2) + "/" + id;
  }
}
