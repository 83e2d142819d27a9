// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.relation.Relation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Configuration items of one account and region, written down by what they say. */
final class ConfigItems {
  static final String EC2 = "arn:aws:ec2:eu-central-1:111122223333:";
  static final String ECS = "arn:aws:ecs:eu-central-1:111122223333:";
  static final String ELB = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:";
  static final String IAM = "arn:aws:iam::111122223333:";
  static final String LAMBDA = "arn:aws:lambda:eu-central-1:111122223333:function:";
  static final String RDS = "arn:aws:rds:eu-central-1:111122223333:";

  private ConfigItems() {}

  static Payload item(String type, String arn) {
    return Payload.of("config/item").with("/resourceType", type).with("/arn", arn);
  }

  static Payload item(String type, String arn, Map<String, ?> configuration) {
    return item(type, arn).with("/configuration", configuration);
  }

  /** What the item states, as text. */
  static List<String> relations(Payload item) {
    return item.part().relations().stream().map(Relation::toString).collect(Collectors.toList());
  }

  static Map<String, String> attributes(Payload item) {
    return item.signal().attributes();
  }
}
