// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Scope;
import io.breakwater.core.resource.Tags;
import io.breakwater.core.signal.Signal;
import java.util.Optional;

/**
 * One resource of an OCSF finding, with what AWS's extension says of the things around it.
 *
 * <p>Producers differ in {@code owner} and {@code data}, which may be text: then they say nothing.
 *
 * @see <a href="https://schema.ocsf.io/1.6.0/objects/resource_details">Resource Details</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/ocsf-aws-extension.html">AWS
 *     extension for OCSF</a>
 */
final class OcsfResource {
  static final Shape<OcsfResource> SHAPE =
      Shape.of(OcsfResource::new)
          .text("type", (resource, value) -> resource.type = value)
          .text("uid", (resource, value) -> resource.uid = value)
          .text("uid_alt", (resource, value) -> resource.alternative = value)
          .text("name", (resource, value) -> resource.name = value)
          .text("region", (resource, value) -> resource.region = value)
          .text("cloud_partition", (resource, value) -> resource.partition = value)
          .text("provider", (resource, value) -> resource.provider = value)
          .insideIfObject(
              "owner",
              part()
                  .member("name", TagReader.<OcsfResource>text((it, value) -> it.owner = value))
                  .inside("account", part().text("uid", (resource, v) -> resource.account = v)))
          .member("tags", TagReader.<OcsfResource>reader((resource, tags) -> resource.tags = tags))
          .insideIfObject("data", data())
          .insideIfObject("device", device())
          .object("resource_relationship", OcsfGraph.SHAPE, (resource, v) -> resource.graph = v);

  private static final String ACCESS_KEY = "AWS::IAM::AccessKey";

  private String type = "";
  private String uid = "";
  private String alternative = "";
  private String name = "";
  private String region = "";
  private String partition = "";
  private String provider = "";
  private String account = "";
  private String owner = "";
  private Tags tags = Tags.NONE;
  private String userName = "";
  private String userType = "";
  private OcsfGraph graph = new OcsfGraph();
  private final Surroundings surroundings = new Surroundings();

  private OcsfResource() {}

  private static Shape<OcsfResource> part() {
    return Shape.part();
  }

  /** GuardDuty's own details, under names of its own (observed). */
  private static Shape<OcsfResource> data() {
    return part()
        .text("user_name", (resource, value) -> resource.userName = value)
        .text("user_type", (resource, value) -> resource.userType = value)
        .text("image_id", (resource, value) -> resource.surroundings.image = value)
        .insideIfObject(
            "iam_instance_profile",
            part().text("arn", (resource, value) -> resource.surroundings.profile = value))
        .each(
            "network_interfaces",
            networkInterface("network_interface_id", "group_id"),
            OcsfResource::takeFrom);
  }

  private static Shape<OcsfResource> device() {
    return part()
        .inside(
            "instance_profile",
            part().text("uid_alt", (resource, value) -> resource.surroundings.profile = value))
        .inside(
            "image", part().text("uid", (resource, value) -> resource.surroundings.image = value))
        .each("network_interfaces", networkInterface("uid", "uid"), OcsfResource::takeFrom);
  }

  private static Shape<OcsfResource> networkInterface(String id, String groupId) {
    return Shape.of(OcsfResource::new)
        .text(id, (resource, value) -> resource.surroundings.interfaces.add(value))
        .text("subnet_id", (resource, value) -> resource.surroundings.places.add(value))
        .text("vpc_id", (resource, value) -> resource.surroundings.places.add(value))
        .each(
            "security_groups",
            Shape.of(OcsfResource::new).text(groupId, (group, value) -> group.uid = value),
            (resource, group) -> resource.surroundings.filters.add(group.uid));
  }

  private void takeFrom(OcsfResource networkInterface) {
    surroundings.takeFrom(networkInterface.surroundings);
  }

  /** One that the finding names by no more than an ARN or a bucket's name. */
  static OcsfResource bucket(String uid) {
    var bucket = new OcsfResource();
    bucket.type = "AWS::S3::Bucket";
    bucket.uid = uid;
    return bucket;
  }

  boolean isOutsideAws() {
    return ForeignCloud.holds(uid, type, provider);
  }

  /**
   * By the uid if it is an ARN, else the alternative one, else what the type makes of uid,
   * alternative or name. An access key stands for whoever acts with it.
   */
  Optional<Resource> resource(Scope ofFinding) {
    var scope = scope(ofFinding);
    if (type.equals(ACCESS_KEY)) {
      return ActingPrincipal.userUnlessTyped(Fields.firstOf(userName, name), userType, scope);
    }
    if (!uid.startsWith("arn:") && alternative.startsWith("arn:")) {
      return CanonicalResource.of(alternative, type, scope);
    }
    return CanonicalResource.of(uid, type, scope)
        .or(() -> CanonicalResource.of(alternative, type, scope))
        .or(() -> CanonicalResource.of(name, type, scope));
  }

  /** A region of its own tells the partition before the finding does. */
  private Scope scope(Scope ofFinding) {
    return Scope.of(
        Fields.firstOf(partition, region.isEmpty() ? ofFinding.partition() : ""),
        Fields.firstOf(account, ofFinding.account()),
        Fields.firstOf(region, ofFinding.region()));
  }

  Signal.Builder describe(Signal.Builder signal) {
    var described = surroundings.describe(signal);
    return TagReader.isOfAnother(type)
        ? described
        : described
            .tagsIfAny(tags)
            .owner(owner.length() > Tags.VALUE_CHARACTERS ? "" : owner.strip());
  }

  void relate(Resource resource, StatedRelations relations) {
    surroundings.relate(resource, relations);
    graph.relate(resource, relations);
  }
}
