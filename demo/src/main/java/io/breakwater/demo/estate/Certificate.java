// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

/**
 * A certificate of ACM.
 *
 * @param imported whether it was issued elsewhere: ACM neither renews it nor says when it expired
 * @param validityDays 198 for public certificates since February 2026
 */
public record Certificate(
    Place place, String id, Tags tags, String domain, boolean imported, int validityDays)
    implements Resource {
  @Override
  public String arn() {
    return place.arn("acm", "certificate/" + id);
  }

  @Override
  public String type() {
    return "AWS::ACM::Certificate";
  }

  @Override
  public String configId() {
    return arn();
  }
}
