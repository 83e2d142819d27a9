// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

/** An Inspector event about a network-exploitable vulnerability with a public exploit. */
final class InspectorFinding {
  private InspectorFinding() {}

  /**
   * @param instance the last digits of the instance id, which the finding's ARN takes as well
   * @param status ACTIVE or CLOSED
   * @param time of the update, in ISO-8601
   */
  static String event(String instance, String status, String time) {
    return """
        {"version":"0","id":"5b1c","detail-type":"Inspector2 Finding","source":"aws.inspector2",\
        "account":"111122223333","time":"%3$s","region":"eu-central-1","resources":[],\
        "detail":{"findingArn":"arn:aws:inspector2:eu-central-1:111122223333:finding/%1$s",\
        "awsAccountId":"111122223333","type":"PACKAGE_VULNERABILITY","severity":"CRITICAL",\
        "status":"%2$s","title":"CVE-2026-1001 - openssl","updatedAt":"%3$s",\
        "exploitAvailable":"YES","epss":{"score":0.91},"packageVulnerabilityDetails":{\
        "vulnerabilityId":"CVE-2026-1001","cvss":[{"source":"NVD","baseScore":9.8,\
        "scoringVector":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}]},\
        "resources":[{"id":"i-0123456789abc%1$s","type":"AWS_EC2_INSTANCE","partition":"aws",\
        "region":"eu-central-1"}]}}"""
        .formatted(instance, status, time);
  }
}
