// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.relation;

import java.util.Optional;

/**
 * What an edge means, read from its source to its target. Constants are stored by their place: new
 * ones go to the end.
 */
public enum RelationType {
  /** Network traffic of the source is filtered by the target (security group, network ACL). */
  PROTECTED_BY("protectedBy", "is protected by"),
  /** The source acts with the permissions of the target role. */
  ASSUMES("assumes", "can act as"),
  /** An instance carries an instance profile. */
  HAS_PROFILE("hasProfile", "carries"),
  /** The source policy is attached to the target principal. */
  ATTACHED_TO("attachedTo", "is attached to"),
  /** The source user is a member of the target group. */
  MEMBER_OF("memberOf", "is a member of"),
  CAN_ACCESS("canAccess", "can access"),
  /** The source runs the target image or code. */
  RUNS("runs", "runs"),
  /** The source uses the target definition (a service its task definition). */
  DEFINED_BY("definedBy", "is defined by"),
  /** The source lies within the target (subnet in VPC, instance in cluster). */
  CONTAINED_IN("containedIn", "lies in"),
  IN_ACCOUNT("inAccount", "belongs to"),
  /** The source snapshot or copy was made of the target. */
  SNAPSHOT_OF("snapshotOf", "is a copy of"),
  /** The source forwards traffic or calls to the target. */
  ROUTES_TO("routesTo", "leads to"),
  ENCRYPTED_WITH("encryptedWith", "is encrypted with"),
  /** The source has the target as a part (an instance its volume or interface). */
  HAS_PART("hasPart", "has"),
  /** A relation whose meaning the source did not tell. */
  RELATED_TO("relatedTo", "is related to"),
  /** The source shows the target certificate to its clients. */
  PRESENTS("presents", "presents");

  private final String label;
  private final String words;

  RelationType(String label, String words) {
    this.label = label;
    this.words = words;
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

  /** Between the names of source and target, a sentence. */
  public String words() {
    return words;
  }
}
