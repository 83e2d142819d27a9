// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static io.breakwater.core.decode.Configuration.mention;
import static io.breakwater.core.decode.Configuration.oneOrMany;
import static io.breakwater.core.decode.Configuration.part;

import io.breakwater.core.json.Shape;
import java.util.Map;

/** Databases, tables and secrets. What a bucket says is in {@link SupplementaryConfiguration}. */
final class StoragePaths {
  /** Also as a database tells of the group that it is in. */
  private static final Shape<Configuration> SUBNET_GROUP =
      Shape.of(Configuration::new)
          .inAnyCase()
          .text(
              "dBSubnetGroupName",
              (group, name) -> group.itself = Mention.of(name, TypeName.DB_SUBNET_GROUP))
          .text("vpcId", mention(TypeName.VPC))
          .member("subnets", oneOrMany("subnetIdentifier", TypeName.SUBNET))
          .texts("subnetIds", mention(TypeName.SUBNET));

  static final Map<String, Shape<Configuration>> BY_TYPE =
      Map.of(
          TypeName.DB_INSTANCE,
          database()
              .text("dBClusterIdentifier", mention(TypeName.DB_CLUSTER))
              .text("publiclyAccessible", Configuration.address("true", "false"))
              .object("dBSubnetGroup", SUBNET_GROUP, Configuration::add),
          TypeName.DB_CLUSTER,
          database()
              .text("dBSubnetGroup", mention(TypeName.DB_SUBNET_GROUP))
              .eachInside("dBClusterMembers", part("dBInstanceIdentifier", TypeName.DB_INSTANCE)),
          "AWS::RDS::DBSnapshot",
          snapshotOf("dBInstanceIdentifier", TypeName.DB_INSTANCE),
          "AWS::RDS::DBClusterSnapshot",
          snapshotOf("dBClusterIdentifier", TypeName.DB_CLUSTER),
          TypeName.DB_SUBNET_GROUP,
          SUBNET_GROUP,
          "AWS::DynamoDB::Table",
          part().inside("sseDescription", part("kmsMasterKeyArn", TypeName.KEY)),
          "AWS::SecretsManager::Secret",
          part("kmsKeyId", TypeName.KEY));

  private StoragePaths() {}

  private static Shape<Configuration> database() {
    return part("kmsKeyId", TypeName.KEY)
        .member("vpcSecurityGroups", oneOrMany("vpcSecurityGroupId", TypeName.SECURITY_GROUP))
        .text("dBSubnetGroupName", mention(TypeName.DB_SUBNET_GROUP))
        .eachInside("associatedRoles", part("roleArn", TypeName.ROLE));
  }

  private static Shape<Configuration> snapshotOf(String field, String type) {
    return part(field, type).text("kmsKeyId", mention(TypeName.KEY));
  }
}
