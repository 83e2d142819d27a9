// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.relation;

import java.util.Optional;

/** What an edge means, read from its source to its target. */
public enum RelationType {
  /** Network traffic of the source is filtered by the target (security group, network ACL). */
  PROTECTED_BY("protectedBy"),
  /** The source acts with the permissions of the target role. */
  ASSUMES("assumes"),
  /** An instance carries an instance profile. */
  HAS_PROFILE("hasProfile"),
  /** The source policy is attached to the target principal. */
  ATTACHED_TO("attachedTo"),
  /** The source user is a member of the target group. */
  MEMBER_OF("memberOf"),
  CAN_ACCESS("canAccess"),
  /** The source runs the target image or code. */
  RUNS("runs"),
  /** The source uses the target definition (a service its task definition). */
  DEFINED_BY("definedBy"),
  /** The source lies within the target (subnet in VPC, instance in cluster). */
  CONTAINED_IN("containedIn"),
  IN_ACCOUNT("inAccount"),
  /** The source snapshot or copy was made of the target. */
  SNAPSHOT_OF("snapshotOf"),
  /** The source forwards traffic or calls to the target. */
  ROUTES_TO("routesTo"),
  ENCRYPTED_WITH("encryptedWith"),
  /** The source has the target as a part (an instance its volume or interface). */
  HAS_PART("hasPart"),
  /** A relation whose meaning the source did not tell. */
  RELATED_TO("relatedTo");

  private final String label;

  RelationType(String label) {
    this.label = label;
  }

  /** Empty for a label that is none of ours. */
  public static Optional<RelationType> ofLabel(String label) {
    for (var type : values()) {
      if (type.label.equals(label)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  public String label() {
    return label;
  }
}
