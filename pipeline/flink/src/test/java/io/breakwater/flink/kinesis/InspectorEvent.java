// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** One event of Amazon Inspector about an invented resource, as EventBridge delivers it. */
final class InspectorEvent {
  private static final String ACCOUNT = "111122223333";
  private static final String REGION = "us-east-1";

  private final int resource;
  private final String finding;
  private String type = "PACKAGE_VULNERABILITY";
  private String status = "ACTIVE";
  private String exploit = "NO";
  private String vector = "CVSS:3.1/AV:L/AC:H/PR:L/UI:R/S:U/C:L/I:L/A:L";
  private double epss = 0.001;

  private InspectorEvent(int resource, String finding) {
    this.resource = resource;
    this.finding = finding;
  }

  /** A vulnerability that is hard to make use of. */
  static InspectorEvent vulnerability(int resource, String finding) {
    return new InspectorEvent(resource, finding);
  }

  /** A vulnerability that anyone on the network can make use of. */
  static InspectorEvent exploitable(int resource, String finding) {
    var event = new InspectorEvent(resource, finding);
    event.exploit = "YES";
    event.vector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
    event.epss = 0.93;
    return event;
  }

  /** A path from the internet. */
  static InspectorEvent reachable(int resource, String finding) {
    var event = new InspectorEvent(resource, finding);
    event.type = "NETWORK_REACHABILITY";
    return event;
  }

  InspectorEvent closed() {
    status = "CLOSED";
    return this;
  }

  /** Even numbers are instances, odd ones functions. */
  static String arnOf(int resource) {
    return isInstance(resource)
        ? "arn:aws:ec2:" + REGION + ":" + ACCOUNT + ":instance/" + instanceId(resource)
        : "arn:aws:lambda:" + REGION + ":" + ACCOUNT + ":function:invented-" + resource;
  }

  private static boolean isInstance(int resource) {
    return resource % 2 == 0;
  }

  private static String instanceId(int resource) {
    return String.format("i-%017x", resource);
  }

  String resourceArn() {
    return arnOf(resource);
  }

  byte[] json(Instant updatedAt) {
    var json =
        "{'version':'0','id':'event','detail-type':'Inspector2 Finding','source':'aws.inspector2',"
            + "'account':'@account','time':'@time','region':'@region','resources':[],'detail':{"
            + "'awsAccountId':'@account','findingArn':'@finding','firstObservedAt':'@time',"
            + "'lastObservedAt':'@time','updatedAt':'@time','severity':'HIGH','status':'@status',"
            + "'title':'Finding @finding','type':'@type','exploitAvailable':'@exploit',"
            + details()
            + ",'resources':[{'id':'@id','type':'@resourceType','partition':'aws',"
            + "'region':'@region'}]}}";
    return json.replace('\'', '"')
        .replace("@account", ACCOUNT)
        .replace("@time", updatedAt.toString())
        .replace("@region", REGION)
        .replace("@finding", "arn:aws:inspector2:" + REGION + ":" + ACCOUNT + ":finding/" + finding)
        .replace("@status", status)
        .replace("@type", type)
        .replace("@exploit", exploit)
        .replace("@vector", vector)
        .replace("@id", isInstance(resource) ? instanceId(resource) : resourceArn())
        .replace("@resourceType", isInstance(resource) ? "AWS_EC2_INSTANCE" : "AWS_LAMBDA_FUNCTION")
        .getBytes(StandardCharsets.UTF_8);
  }

  private String details() {
    return type.equals("NETWORK_REACHABILITY")
        ? "'networkReachabilityDetails':{'openPortRange':{'begin':443,'end':443},'protocol':'TCP',"
            + "'networkPath':{'steps':[{'componentId':'igw-0','componentType':"
            + "'AWS::EC2::InternetGateway'}]}}"
        : "'epss':{'score':"
            + epss
            + "},'packageVulnerabilityDetails':{'vulnerabilityId':'CVE-2026-0001','cvss':["
            + "{'baseScore':7.5,'scoringVector':'@vector','source':'NVD','version':'3.1'}],"
            + "'vulnerablePackages':[{'name':'invented','version':'1.0'}]}";
  }
}
