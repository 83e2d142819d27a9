// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.estate.Bucket;
import io.breakwater.demo.estate.Function;
import io.breakwater.demo.estate.Instance;
import io.breakwater.demo.estate.Resource;
import io.breakwater.demo.estate.Role;
import io.breakwater.demo.estate.SecurityGroup;
import io.breakwater.demo.estate.User;
import java.util.List;

/** One entry of ASFF's {@code Resources}, with its details. */
final class AsffResource {
  private AsffResource() {}

  static void write(Json json, Resource resource) {
    var type = Written.asffType(resource);
    json.put("Type", type)
        .put("Id", Written.arn(resource))
        .put("Partition", "aws")
        .put("Region", resource.place().region())
        .object("Tags", resource.tags().asMap())
        .object("Details", details -> details.object(type, object -> details(object, resource)));
  }

  /** The same object that OCSF carries as {@code data}. */
  static void details(Json details, Resource resource) {
    if (resource instanceof Instance instance) {
      instance(details, instance);
    } else if (resource instanceof Function function) {
      function(details, function);
    } else if (resource instanceof Bucket bucket) {
      bucket(details, bucket);
    } else if (resource instanceof User user) {
      details
          .put("UserId", user.id())
          .put("UserName", user.name())
          .put("Path", "/")
          .texts("GroupList", List.of(user.tags().team()));
    } else if (resource instanceof Role role) {
      details
          .put("PolicyName", role.policyName())
          .put("Path", "/")
          .put("DefaultVersionId", "v3")
          .put("AttachmentCount", 1)
          .put("IsAttachable", true);
    } else if (resource instanceof SecurityGroup group) {
      group(details, group);
    }
  }

  private static void instance(Json details, Instance instance) {
    details
        .put("Type", instance.size())
        .put("ImageId", instance.image())
        .texts(
            "IpV4Addresses", List.of(instance.network().privateIp(), instance.network().publicIp()))
        .put("IamInstanceProfileArn", instance.role().instanceProfileArn())
        .put("VpcId", instance.vpc())
        .put("SubnetId", instance.network().subnet())
        .put("LaunchedAt", Written.millis(instance.launched()))
        .only(
            "NetworkInterfaces",
            network -> network.put("NetworkInterfaceId", instance.network().networkInterface()))
        .object(
            "MetadataOptions",
            options ->
                options
                    .put("HttpEndpoint", "enabled")
                    .put("HttpPutResponseHopLimit", 1)
                    .put("HttpTokens", "optional"));
  }

  private static void function(Json details, Function function) {
    details
        .put("FunctionName", function.name())
        .put("Runtime", function.runtime().lambdaName())
        .put("Role", function.role().arn())
        .put("Handler", "app.handler")
        .put("CodeSha256", function.codeSha256())
        .put("LastModified", Written.millis(function.modified()))
        .put("MemorySize", 512)
        .put("Timeout", 30)
        .put("Version", "$LATEST")
        .object("TracingConfig", tracing -> tracing.put("Mode", "PassThrough"))
        .texts("Architectures", List.of("x86_64"))
        .put("PackageType", "Zip");
  }

  private static void bucket(Json details, Bucket bucket) {
    details
        .put("OwnerId", bucket.keyId().replace("-", "").repeat(2))
        .put("OwnerAccountId", bucket.place().account().id())
        .put("Name", bucket.name())
        .put("CreatedAt", Written.millis(bucket.created()))
        .object(
            "ServerSideEncryptionConfiguration",
            encryption ->
                encryption.only(
                    "Rules",
                    rule ->
                        rule.object(
                            "ApplyServerSideEncryptionByDefault",
                            by ->
                                by.put("SSEAlgorithm", "aws:kms")
                                    .put("KMSMasterKeyID", bucket.keyArn()))));
  }

  private static void group(Json details, SecurityGroup group) {
    details
        .put("GroupName", group.tags().name())
        .put("GroupId", group.id())
        .put("OwnerId", group.place().account().id())
        .put("VpcId", group.vpc());
  }
}
