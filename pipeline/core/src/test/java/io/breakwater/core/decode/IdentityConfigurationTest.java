// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static io.breakwater.core.decode.ConfigItems.IAM;
import static io.breakwater.core.decode.ConfigItems.item;
import static io.breakwater.core.decode.ConfigItems.relations;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdentityConfigurationTest {
  private static final String READ_INVOICES =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
          + "\"Action\":[\"s3:GetObject\",\"s3:ListBucket\"],\"Resource\":\"arn:aws:s3:::invoices/*\"}]}";

  @Test
  void policies_are_attached_to_a_role_and_profiles_assume_it() {
    var role =
        item("AWS::IAM::Role", IAM + "role/deploy")
            .with("/awsRegion", "global")
            .with(
                "/relationships",
                List.of(named("AWS::IAM::Policy", "ANPAEXAMPLEEXAMPLE123", "readers")))
            .with(
                "/configuration",
                Map.of(
                    "attachedManagedPolicies",
                    List.of(Map.of("policyArn", "arn:aws:iam::aws:policy/AdministratorAccess")),
                    "instanceProfileList",
                    List.of(Map.of("arn", IAM + "instance-profile/web", "roles", List.of()))));

    assertThat(relations(role))
        .containsExactlyInAnyOrder(
            "arn:aws:iam::aws:policy/AdministratorAccess attachedTo " + IAM + "role/deploy",
            IAM + "instance-profile/web assumes " + IAM + "role/deploy");
  }

  @Test
  void a_user_is_a_member_of_its_groups_and_lives_in_its_account() {
    var user =
        item("AWS::IAM::User", IAM + "user/mary")
            .with(
                "/relationships",
                List.of(named("AWS::IAM::Group", "AGPAEXAMPLEEXAMPLE123", "admins")))
            .with(
                "/configuration",
                Map.of(
                    "groupList", List.of("admins", "readers"),
                    "attachedManagedPolicies", List.of(Map.of("policyArn", IAM + "policy/own"))));

    assertThat(relations(user))
        .containsExactlyInAnyOrder(
            IAM + "user/mary memberOf " + IAM + "group/admins",
            IAM + "user/mary memberOf " + IAM + "group/readers",
            IAM + "policy/own attachedTo " + IAM + "user/mary",
            IAM + "user/mary inAccount " + IAM + "root");
  }

  @Test
  void an_instance_profile_assumes_its_role() {
    var profile = IAM + "instance-profile/web";
    var item = item("AWS::IAM::InstanceProfile", profile, Map.of("Roles", List.of("web")));

    assertThat(relations(item)).containsExactly(profile + " assumes " + IAM + "role/web");
  }

  @ParameterizedTest
  @CsvSource({
    "AWS::IAM::Role, role/web, rolePolicyList",
    "AWS::IAM::Group, group/readers, groupPolicyList",
  })
  void whoever_has_a_policy_of_its_own_can_access_what_it_names(
      String type, String name, String list) {
    var item =
        item(
            type,
            IAM + name,
            Map.of(list, List.of(Map.of("policyDocument", encoded(READ_INVOICES)))));

    assertThat(relations(item)).containsExactly(IAM + name + " canAccess arn:aws:s3:::invoices");
  }

  @Test
  void a_user_with_a_policy_of_its_own_can_access_what_it_names() {
    var item =
        item(
            "AWS::IAM::User",
            IAM + "user/mary",
            Map.of("userPolicyList", List.of(Map.of("policyDocument", READ_INVOICES))));

    assertThat(relations(item)).contains(IAM + "user/mary canAccess arn:aws:s3:::invoices");
  }

  @Test
  void a_policy_gives_the_access_of_its_default_version() {
    var item =
        item(
            "AWS::IAM::Policy",
            IAM + "policy/read",
            Map.of(
                "policyVersionList",
                List.of(
                    Map.of(
                        "document",
                        encoded(READ_INVOICES),
                        "versionId",
                        "v2",
                        "isDefaultVersion",
                        true),
                    Map.of(
                        "document",
                        encoded(READ_INVOICES.replace("invoices", "letters")),
                        "versionId",
                        "v1",
                        "isDefaultVersion",
                        false))));

    assertThat(relations(item))
        .containsExactly(IAM + "policy/read canAccess arn:aws:s3:::invoices");
  }

  @Test
  void those_whom_a_role_trusts_by_name_assume_it() {
    var trust =
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"AWS\":["
            + "\"arn:aws:iam::444455556666:role/ci\",\"arn:aws:iam::111122223333:root\",\"777788889999\"],"
            + "\"Service\":\"ec2.amazonaws.com\"}}]}";
    var item =
        item(
            "AWS::IAM::Role",
            IAM + "role/deploy",
            Map.of("assumeRolePolicyDocument", encoded(trust)));

    assertThat(relations(item))
        .containsExactly("arn:aws:iam::444455556666:role/ci assumes " + IAM + "role/deploy");
  }

  @Test
  void a_broken_document_states_nothing_and_leaves_the_rest() {
    var item =
        item(
            "AWS::IAM::Role",
            IAM + "role/deploy",
            Map.of(
                "assumeRolePolicyDocument",
                "%7B%22Statement%ZZ",
                "rolePolicyList",
                List.of(Map.of("policyDocument", "{\"Statement\": 7}")),
                "attachedManagedPolicies",
                List.of(Map.of("policyArn", IAM + "policy/own"))));

    assertThat(relations(item))
        .containsExactly(IAM + "policy/own attachedTo " + IAM + "role/deploy");
  }

  private static String encoded(String document) {
    return URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Map<String, String> named(String type, String id, String name) {
    return Map.of("resourceType", type, "resourceId", id, "resourceName", name);
  }
}
