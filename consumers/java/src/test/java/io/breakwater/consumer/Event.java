// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An event about an invented resource, as EventBridge delivers it.
 *
 * @param resource what keeps the events of a resource in their order
 */
record Event(String resource, String json) {
  private static final String ACCOUNT = "111122223333";
  private static final String REGION = "eu-central-1";

  byte[] bytes() {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  /** Inspector finds a package with a weakness that anyone on the network can make use of. */
  static Event vulnerability(int instance, String cve, String status, Instant at) {
    return inspector(
        instance,
        cve,
        status,
        at,
        """
        "type":"PACKAGE_VULNERABILITY","exploitAvailable":"YES","epss":{"score":0.93},
        "packageVulnerabilityDetails":{"vulnerabilityId":"%s","cvss":[{"baseScore":9.8,
        "scoringVector":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H","source":"NVD",
        "version":"3.1"}],"vulnerablePackages":[{"name":"libexample","version":"2.4.0"}]}"""
            .formatted(cve));
  }

  /** Inspector finds a way in from the internet. */
  static Event reachable(int instance, String status, Instant at) {
    return inspector(
        instance,
        "port-443",
        status,
        at,
        """
        "type":"NETWORK_REACHABILITY","networkReachabilityDetails":{"openPortRange":{"begin":443,
        "end":443},"protocol":"TCP","networkPath":{"steps":[{"componentId":"igw-0aa11bb22",
        "componentType":"AWS::EC2::InternetGateway"}]}}""");
  }

  private static Event inspector(
      int instance, String finding, String status, Instant at, String details) {
    var id = String.format("i-%017x", instance);
    var arn = "arn:aws:inspector2:%s:%s:finding/%s-%s".formatted(REGION, ACCOUNT, id, finding);
    return event(
        id,
        "aws.inspector2",
        "Inspector2 Finding",
        at,
        """
        {"awsAccountId":"%s","findingArn":"%s","firstObservedAt":"%s","lastObservedAt":"%3$s",
        "updatedAt":"%3$s","severity":"HIGH","status":"%s","title":"Finding %2$s",%s,
        "resources":[{"id":"%s","type":"AWS_EC2_INSTANCE","partition":"aws","region":"%s"}]}"""
            .formatted(ACCOUNT, arn, at, status, details, id, REGION));
  }

  /** ACM needs somebody, or the certificate will not be renewed. */
  static Event renewalWaits(int certificate, int days, Instant at) {
    return acm(
        certificate,
        "ACM Certificate Renewal Action Required",
        at,
        """
        {"RenewalStatusReason":"CAA_ERROR","DaysToExpiry":%d,"InUse":true,"Exported":false,
        "CommonName":"shop.example.com"}"""
            .formatted(days));
  }

  /** ACM has renewed it. */
  static Event renewed(int certificate, Instant at) {
    return acm(
        certificate,
        "ACM Certificate Available",
        at,
        """
        {"Action":"RENEWAL","CertificateType":"AMAZON_ISSUED","DaysToExpiry":395,"InUse":true,
        "Exported":false,"CommonName":"shop.example.com"}""");
  }

  private static Event acm(int certificate, String detailType, Instant at, String detail) {
    var arn =
        "arn:aws:acm:%s:%s:certificate/61f50cd4-0000-4000-8000-%012x"
            .formatted(REGION, ACCOUNT, certificate);
    return event(arn, "aws.acm", detailType, at, detail);
  }

  private static Event event(
      String resource, String source, String detailType, Instant at, String detail) {
    return new Event(
        resource,
        """
        {"version":"0","id":"5f1d2c3b-7a69-4d1e-9f21-0c6b8a4e7d10","detail-type":"%s",
        "source":"%s","account":"%s","time":"%s","region":"%s","resources":["%s"],"detail":%s}"""
            .formatted(detailType, source, ACCOUNT, at, REGION, resource, detail)
            .replace("\n", ""));
  }
}
