// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.estate.Bucket;
import io.breakwater.demo.estate.Certificate;
import io.breakwater.demo.estate.Distribution;
import io.breakwater.demo.estate.Function;
import io.breakwater.demo.estate.Instance;
import io.breakwater.demo.estate.Listener;
import io.breakwater.demo.estate.LoadBalancer;
import io.breakwater.demo.estate.NetworkInterface;
import io.breakwater.demo.estate.Policy;
import io.breakwater.demo.estate.Resource;
import io.breakwater.demo.estate.Role;
import io.breakwater.demo.estate.SecurityGroup;
import io.breakwater.demo.estate.User;
import io.breakwater.demo.estate.VpcPart;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code Config Configuration Item Change}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/config/latest/developerguide/monitor-config-with-cloudwatchevents.html">
 *     AWS Config events</a>
 */
final class ConfigItemEvent {
  private ConfigItemEvent() {}

  static byte[] of(Resource resource, ItemStatus status, Occasion occasion) {
    return EventBridge.event(
        "aws.config",
        "Config Configuration Item Change",
        resource.place(),
        occasion,
        List.of(resource.arn()),
        detail -> detail(detail, resource, status, occasion));
  }

  private static void detail(Json detail, Resource resource, ItemStatus status, Occasion occasion) {
    detail
        .put("recordVersion", "1.3")
        .put("messageType", "ConfigurationItemChangeNotification")
        .object(
            "configurationItemDiff",
            diff ->
                diff.object("changedProperties", changed -> {}).put("changeType", status.change()))
        .put("notificationCreationTime", Written.millis(occasion.time()))
        .object("configurationItem", item -> item(item, resource, status, occasion));
  }

  private static void item(Json item, Resource resource, ItemStatus status, Occasion occasion) {
    item.texts("relatedEvents", List.of())
        .each(
            "relationships",
            status == ItemStatus.DELETED ? List.of() : relationships(resource),
            (json, related) ->
                json.put("resourceId", related.id)
                    .put("resourceName", related.resourceName)
                    .put("resourceType", related.type)
                    .put("name", related.relation));
    if (status == ItemStatus.DELETED) {
      item.putNull("configuration");
    } else {
      item.object("configuration", configuration -> configuration(configuration, resource));
    }
    item.object("supplementaryConfiguration", supplementary -> {})
        .object("tags", resource.tags().asMap())
        .put("configurationItemVersion", "1.3")
        .put("configurationItemCaptureTime", Written.millis(occasion.time()))
        .put("configurationStateId", occasion.time().toEpochMilli())
        .put("awsAccountId", resource.place().account().id())
        .put("configurationItemStatus", status.label())
        .put("resourceType", resource.type())
        .put("resourceId", resource.configId())
        .put("resourceName", name(resource))
        .put("ARN", resource.arn())
        .put("awsRegion", resource.place().region())
        .put("availabilityZone", "Not Applicable")
        .put("configurationStateMd5Hash", "");
  }

  private static String name(Resource resource) {
    return resource instanceof Policy policy ? policy.role().policyName() : resource.tags().name();
  }

  private static List<Related> relationships(Resource resource) {
    var related = new ArrayList<Related>();
    if (resource instanceof Instance instance) {
      var network = instance.network();
      var group = instance.group();
      related.add(
          Related.of(network.networkInterface(), "", "AWS::EC2::NetworkInterface", "Contains"));
      related.add(
          Related.of(
              group.id(), group.tags().name(), "AWS::EC2::SecurityGroup", "Is associated with"));
      related.add(Related.of(network.subnet(), "", "AWS::EC2::Subnet", "Is contained in"));
      related.add(Related.of(instance.vpc(), "", "AWS::EC2::VPC", "Is contained in"));
    } else if (resource instanceof Function function) {
      var role = function.role();
      related.add(Related.of(role.id(), role.name(), "AWS::IAM::Role", "Is associated with"));
    } else if (resource instanceof Role role) {
      related.add(
          Related.of(role.policyId(), role.policyName(), "AWS::IAM::Policy", "Is attached to"));
    } else if (resource instanceof User user) {
      var team = user.tags().team();
      related.add(Related.of("AGPA" + team, team, "AWS::IAM::Group", "Is attached to"));
    } else if (resource instanceof SecurityGroup group) {
      related.add(Related.of(group.vpc(), "", "AWS::EC2::VPC", "Is contained in"));
    } else if (resource instanceof NetworkInterface each) {
      related.add(Related.of(each.instance().id(), "", "AWS::EC2::Instance", "Is attached to"));
      related.add(
          Related.of(
              each.instance().network().subnet(), "", "AWS::EC2::Subnet", "Is contained in"));
    }
    return related;
  }

  private static void configuration(Json configuration, Resource resource) {
    if (resource instanceof Instance instance) {
      instance(configuration, instance);
    } else if (resource instanceof Function function) {
      configuration
          .put("functionName", function.name())
          .put("functionArn", function.arn())
          .put("runtime", function.runtime().lambdaName())
          .put("role", function.role().arn())
          .put("handler", "app.handler")
          .put("codeSha256", function.codeSha256())
          .put("timeout", 30)
          .put("memorySize", 512)
          .put("lastModified", Written.millis(function.modified()));
    } else if (resource instanceof Role role) {
      role(configuration, role);
    } else if (resource instanceof SecurityGroup group) {
      NetworkItems.write(configuration, group);
    } else if (resource instanceof VpcPart part) {
      NetworkItems.write(configuration, part);
    } else if (resource instanceof NetworkInterface each) {
      NetworkItems.write(configuration, each);
    } else if (resource instanceof Policy policy) {
      PolicyItems.write(configuration, policy);
    } else if (resource instanceof Certificate certificate) {
      EdgeItems.write(configuration, certificate);
    } else if (resource instanceof LoadBalancer balancer) {
      EdgeItems.write(configuration, balancer);
    } else if (resource instanceof Listener listener) {
      EdgeItems.write(configuration, listener);
    } else if (resource instanceof Distribution distribution) {
      EdgeItems.write(configuration, distribution);
    } else if (resource instanceof Bucket bucket) {
      configuration
          .put("name", bucket.name())
          .put("creationDate", Written.millis(bucket.created()));
    }
  }

  private static void instance(Json configuration, Instance instance) {
    var network = instance.network();
    configuration
        .put("instanceId", instance.id())
        .put("imageId", instance.image())
        .object("state", state -> state.put("code", 16).put("name", "running"))
        .put("privateDnsName", network.privateName())
        .put("instanceType", instance.size())
        .put("launchTime", Written.millis(instance.launched()))
        .put("subnetId", network.subnet())
        .put("vpcId", instance.vpc())
        .put("privateIpAddress", network.privateIp())
        .put("publicIpAddress", network.publicIp())
        .only(
            "securityGroups",
            group ->
                group
                    .put("groupName", instance.group().tags().name())
                    .put("groupId", instance.group().id()))
        .only(
            "networkInterfaces", each -> each.put("networkInterfaceId", network.networkInterface()))
        .object(
            "iamInstanceProfile",
            profile ->
                profile
                    .put("arn", instance.role().instanceProfileArn())
                    .put("id", "AIPA" + instance.role().id().substring(4)))
        .tags("tags", instance.tags().asMap(), "key", "value");
  }

  private static void role(Json configuration, Role role) {
    configuration
        .put("path", "/")
        .put("roleName", role.name())
        .put("roleId", role.id())
        .put("arn", role.arn())
        .put("assumeRolePolicyDocument", PolicyItems.trust(role))
        .only(
            "instanceProfileList",
            profile ->
                profile
                    .put("instanceProfileName", role.name())
                    .put("arn", role.instanceProfileArn()))
        .only(
            "attachedManagedPolicies",
            policy ->
                policy.put("policyName", role.policyName()).put("policyArn", role.policyArn()));
  }

  /**
   * A relationship.
   *
   * @param relation in Config's words, such as {@code Is contained in Subnet}
   */
  private record Related(String id, String resourceName, String type, String relation) {
    static Related of(String id, String resourceName, String type, String verb) {
      var kind = type.substring(type.lastIndexOf(':') + 1);
      return new Related(id, resourceName, type, verb + " " + (kind.equals("VPC") ? "Vpc" : kind));
    }
  }
}
