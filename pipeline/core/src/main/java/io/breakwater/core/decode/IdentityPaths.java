// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static io.breakwater.core.decode.Configuration.mention;
import static io.breakwater.core.decode.Configuration.oneOrMany;
import static io.breakwater.core.decode.Configuration.part;

import io.breakwater.core.json.Shape;
import io.breakwater.core.signal.Known;
import java.util.Map;

/**
 * Users, groups, roles and policies, with what their documents allow.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html">
 *     where Config's words for them come from</a>
 */
final class IdentityPaths {
  static final Map<String, Shape<Configuration>> BY_TYPE =
      Map.of(
          TypeName.ROLE,
          principal("rolePolicyList")
              .eachInside("instanceProfileList", part("arn", TypeName.INSTANCE_PROFILE))
              .text("assumeRolePolicyDocument", PolicyDocument::ofTrust),
          TypeName.USER,
          principal("userPolicyList").texts("groupList", mention(TypeName.GROUP)),
          TypeName.GROUP,
          principal("groupPolicyList"),
          TypeName.INSTANCE_PROFILE,
          part().member("roles", oneOrMany("arn", TypeName.ROLE)),
          TypeName.POLICY,
          part().each("policyVersionList", Version.SHAPE, Version::tell));

  private IdentityPaths() {}

  private static Shape<Configuration> principal(String ownPolicies) {
    return part()
        .eachInside("attachedManagedPolicies", part("policyArn", TypeName.POLICY))
        .eachInside(ownPolicies, part().text("policyDocument", PolicyDocument::ofPrincipal));
  }

  /** One of a policy's versions; only the default one is in force. */
  private static final class Version {
    static final Shape<Version> SHAPE =
        Shape.of(Version::new)
            .inAnyCase()
            .text("document", (version, value) -> version.document = value)
            .text("isDefaultVersion", (version, value) -> version.inForce = value);

    private String document = "";
    private String inForce = "";

    static void tell(Configuration policy, Version version) {
      if (Known.ofText(version.inForce) == Known.YES) {
        PolicyDocument.ofPrincipal(policy, version.document);
      }
    }
  }
}
