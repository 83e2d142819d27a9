// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

/**
 * The product's own id of a finding that came by Security Hub, so that its ASFF, OCSF and native
 * copies are one finding.
 *
 * <ul>
 *   <li>Inspector: the finding's ARN ({@code arn:…:inspector2:…:finding/…}), natively {@code
 *       findingArn};
 *   <li>GuardDuty: the finding's ARN ({@code arn:…:guardduty:…:detector/…/finding/…}), natively
 *       {@code arn};
 *   <li>Macie: its id, natively {@code id};
 *   <li>Security Hub's controls: the ARN of the control's finding, the same in ASFF and OCSF;
 *   <li>all others: what the product imported as ASFF's {@code Id} or OCSF's {@code
 *       finding_info.uid}.
 * </ul>
 *
 * <p>Where Security Hub's own id of the finding stands in its place, which is that id behind the
 * product's ARN ({@code ProductFields aws/securityhub/FindingId}), the product's ARN is taken off.
 */
final class HubFindingUid {
  private HubFindingUid() {}

  /** Empty when the finding has none. */
  static String of(String productArn, String uid) {
    return !productArn.isEmpty() && uid.startsWith(productArn + "/")
        ? uid.substring(productArn.length() + 1)
        : uid;
  }
}
