// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.estate.Function;
import io.breakwater.demo.estate.Instance;
import io.breakwater.demo.estate.User;
import io.breakwater.demo.finding.Finding;
import io.breakwater.demo.finding.Status;
import io.breakwater.demo.finding.Weakness.Threat;
import java.util.List;

/**
 * {@code GuardDuty Finding}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_cloudwatch.html">
 *     GuardDuty events</a>
 */
final class GuardDutyEvent {
  private GuardDutyEvent() {}

  static byte[] of(Finding finding, Occasion occasion) {
    return EventBridge.event(
        "aws.guardduty",
        "GuardDuty Finding",
        finding.subject().place(),
        occasion,
        List.of(),
        detail -> detail(detail, finding, (Threat) finding.weakness()));
  }

  private static void detail(Json detail, Finding finding, Threat threat) {
    var place = finding.subject().place();
    detail
        .put("schemaVersion", "2.0")
        .put("accountId", place.account().id())
        .put("region", place.region())
        .put("partition", "aws")
        .put("id", finding.id())
        .put("arn", Written.guardDutyArn(finding))
        .put("type", threat.kind())
        .object("resource", resource -> resource(resource, finding))
        .object("service", service -> service(service, finding, threat))
        .put("severity", threat.severity().guardDutyScore())
        .put("createdAt", Written.millis(finding.since()))
        .put("updatedAt", Written.millis(finding.updated()))
        .put("title", threat.title() + ".")
        .put("description", description(finding, threat));
  }

  static String description(Finding finding, Threat threat) {
    return threat.title()
        + " ("
        + finding.subject().tags().name()
        + "). The activity was seen "
        + finding.count()
        + " times. If it is not expected, the resource or the credentials it carries may be in the"
        + " hands of somebody else; isolate it and look at what it did since the first event.";
  }

  private static void resource(Json resource, Finding finding) {
    if (finding.subject() instanceof Instance instance) {
      resource.put("resourceType", "Instance");
      resource.object("instanceDetails", details -> instance(details, instance));
    } else if (finding.subject() instanceof Function function) {
      resource.put("resourceType", "Lambda");
      resource.object("lambdaDetails", details -> function(details, function));
    } else {
      resource.put("resourceType", "AccessKey");
      resource.object("accessKeyDetails", details -> user(details, (User) finding.subject()));
    }
  }

  private static void instance(Json details, Instance instance) {
    details
        .put("instanceId", instance.id())
        .put("instanceType", instance.size())
        .put("launchTime", Written.millis(instance.launched()))
        .putNull("platform")
        .texts("productCodes", List.of())
        .object(
            "iamInstanceProfile",
            profile ->
                profile
                    .put("arn", instance.role().instanceProfileArn())
                    .put("id", "AIPA" + instance.role().id().substring(4)))
        .only("networkInterfaces", network -> networkInterface(network, instance))
        .tags("tags", instance.tags().asMap(), "key", "value")
        .put("instanceState", "running")
        .put("availabilityZone", instance.place().region() + "a")
        .put("imageId", instance.image())
        .putNull("imageDescription");
  }

  private static void networkInterface(Json network, Instance instance) {
    network
        .texts("ipv6Addresses", List.of())
        .put("networkInterfaceId", instance.network().networkInterface())
        .put("privateDnsName", instance.network().privateName())
        .put("privateIpAddress", instance.network().privateIp())
        .only(
            "privateIpAddresses",
            address ->
                address
                    .put("privateDnsName", instance.network().privateName())
                    .put("privateIpAddress", instance.network().privateIp()))
        .put("subnetId", instance.network().subnet())
        .put("vpcId", instance.vpc())
        .only(
            "securityGroups",
            group ->
                group
                    .put("groupName", instance.group().tags().name())
                    .put("groupId", instance.group().id()))
        .put("publicDnsName", "")
        .put("publicIp", instance.network().publicIp());
  }

  private static void function(Json details, Function function) {
    details
        .put("functionArn", function.arn())
        .put("functionName", function.name())
        .put("description", "")
        .put("lastModifiedAt", Written.millis(function.modified()))
        .put("revisionId", function.codeSha256().substring(0, 20))
        .put("functionVersion", "$LATEST")
        .put("role", function.role().arn())
        .tags("tags", function.tags().asMap(), "key", "value");
  }

  private static void user(Json details, User user) {
    details
        .put("accessKeyId", user.accessKey())
        .put("principalId", user.id())
        .put("userType", "IAMUser")
        .put("userName", user.name());
  }

  private static void service(Json service, Finding finding, Threat threat) {
    service
        .put("serviceName", "guardduty")
        .put("detectorId", Written.detectorId(finding))
        .object("action", action -> action(action, threat))
        .put("resourceRole", threat.kind().startsWith("CryptoCurrency") ? "ACTOR" : "TARGET")
        .object("additionalInfo", info -> info.put("type", "default").put("value", "{}"))
        .put("eventFirstSeen", Written.millis(finding.since()))
        .put("eventLastSeen", Written.millis(finding.seen()))
        .put("archived", finding.status() != Status.OPEN)
        .put("count", finding.count());
  }

  private static void action(Json action, Threat threat) {
    if (threat.kind().contains("DNS")) {
      action.put("actionType", "DNS_REQUEST");
      action.object(
          "dnsRequestAction",
          dns ->
              dns.put("domain", "pool.example.net").put("protocol", "UDP").put("blocked", false));
    } else if (threat.kind().contains("IAMUser")) {
      action.put("actionType", "AWS_API_CALL");
      action.object(
          "awsApiCallAction",
          call ->
              call.put("api", "ConsoleLogin")
                  .put("callerType", "Remote IP")
                  .put("serviceName", "signin.amazonaws.com")
                  .object("remoteIpDetails", GuardDutyEvent::remote));
    } else {
      action.put("actionType", "NETWORK_CONNECTION");
      action.object(
          "networkConnectionAction",
          connection ->
              connection
                  .put("connectionDirection", "INBOUND")
                  .object("remoteIpDetails", GuardDutyEvent::remote)
                  .object(
                      "remotePortDetails", p -> p.put("port", 39_677).put("portName", "Unknown"))
                  .object("localPortDetails", p -> p.put("port", 22).put("portName", "SSH"))
                  .put("protocol", "TCP")
                  .put("blocked", false));
    }
  }

  private static void remote(Json remote) {
    remote
        .put("ipAddressV4", "198.51.100.77")
        .object(
            "organization",
            organization ->
                organization
                    .put("asn", "64500")
                    .put("asnOrg", "Example Networks")
                    .put("isp", "Example Networks")
                    .put("org", "Example Networks"))
        .object("country", country -> country.put("countryName", "Netherlands"))
        .object("city", city -> city.put("cityName", "Amsterdam"))
        .object("geoLocation", location -> location.put("lat", 52.374).put("lon", 4.8897));
  }
}
