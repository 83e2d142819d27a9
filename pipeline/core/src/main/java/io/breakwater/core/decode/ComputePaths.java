// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static io.breakwater.core.decode.Configuration.mention;
import static io.breakwater.core.decode.Configuration.oneOrMany;
import static io.breakwater.core.decode.Configuration.part;

import io.breakwater.core.json.Shape;
import java.util.Map;
import java.util.regex.Pattern;

/** Instances and what they are made of and belong to; functions; notebooks. */
final class ComputePaths {
  /**
   * Of a snapshot that was copied: its volume is none of anybody's.
   *
   * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Snapshot.html">
   *     Snapshot</a>
   */
  private static final String ARBITRARY_VOLUME = "vol-ffffffff";

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  static final Map<String, Shape<Configuration>> BY_TYPE =
      Map.ofEntries(
          Map.entry(TypeName.INSTANCE, instance()),
          Map.entry(
              TypeName.VOLUME,
              part("kmsKeyId", TypeName.KEY)
                  .eachInside("attachments", part("instanceId", TypeName.INSTANCE))),
          Map.entry(TypeName.SNAPSHOT, snapshot()),
          Map.entry(
              TypeName.IMAGE,
              part()
                  .eachInside(
                      "blockDeviceMappings",
                      part().inside("ebs", part("snapshotId", TypeName.SNAPSHOT)))),
          Map.entry(TypeName.AUTO_SCALING_GROUP, autoScalingGroup()),
          Map.entry(TypeName.FUNCTION, function()),
          Map.entry(TypeName.NOTEBOOK, notebook()));

  private ComputePaths() {}

  private static Shape<Configuration> instance() {
    return part("subnetId", TypeName.SUBNET)
        .text("vpcId", mention(TypeName.VPC))
        .text("imageId", mention(TypeName.IMAGE))
        .text("publicIpAddress", Configuration::publicAddress)
        .text("privateIpAddress", Configuration::privateAddress)
        .member("iamInstanceProfile", oneOrMany("arn", TypeName.INSTANCE_PROFILE))
        // Security Hub's name of the same.
        .text("iamInstanceProfileArn", mention(TypeName.INSTANCE_PROFILE))
        .member("securityGroups", oneOrMany("groupId", TypeName.SECURITY_GROUP))
        .each(
            "networkInterfaces",
            NetworkPaths.NETWORK_INTERFACE,
            (instance, part) -> {
              instance.add(part);
              instance.sharePublicAddress(part);
            })
        .eachInside("blockDeviceMappings", part().inside("ebs", part("volumeId", TypeName.VOLUME)));
  }

  private static Shape<Configuration> snapshot() {
    return part("kmsKeyId", TypeName.KEY)
        .text(
            "volumeId",
            (snapshot, id) -> {
              if (!id.equals(ARBITRARY_VOLUME)) {
                snapshot.mentions.add(Mention.of(id, TypeName.VOLUME));
              }
            });
  }

  private static Shape<Configuration> autoScalingGroup() {
    return part()
        .eachInside("instances", part("instanceId", TypeName.INSTANCE))
        .texts("targetGroupARNs", mention(TypeName.TARGET_GROUP))
        .text(
            "vpcZoneIdentifier",
            (group, ids) ->
                COMMA
                    .splitAsStream(ids)
                    .forEach(id -> group.mentions.add(Mention.of(id, TypeName.SUBNET))));
  }

  private static Shape<Configuration> function() {
    return part("role", TypeName.ROLE)
        .text("kmsKeyArn", mention(TypeName.KEY))
        .inside(
            "vpcConfig",
            part("vpcId", TypeName.VPC)
                .texts("subnetIds", mention(TypeName.SUBNET))
                .texts("securityGroupIds", mention(TypeName.SECURITY_GROUP)))
        .eachInside("layers", part("arn", "AWS::Lambda::LayerVersion"))
        .inside("code", part().text("imageUri", Configuration::image));
  }

  private static Shape<Configuration> notebook() {
    return part("roleArn", TypeName.ROLE)
        .text("subnetId", mention(TypeName.SUBNET))
        .text("kmsKeyId", mention(TypeName.KEY))
        .texts("securityGroupIds", mention(TypeName.SECURITY_GROUP))
        // Security Hub's name of the same.
        .texts("securityGroups", mention(TypeName.SECURITY_GROUP));
  }
}
