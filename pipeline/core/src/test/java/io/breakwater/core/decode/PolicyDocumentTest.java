// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyDocumentTest {
  private static final String REGIONAL = "eu-central-1:111122223333:";

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "s3:*", "s3:Get*", "s3:GetObject", "S3:getobject", "s3:?etObject", "s3:Put*"})
  void an_action_that_covers_one_on_data_gives_access(String action) {
    assertThat(accessible(action, "arn:aws:s3:::invoices/*"))
        .containsExactly("arn:aws:s3:::invoices");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"s3:ListBucket", "s3:GetBucket*", "ec2:*", "dynamodb:GetItem", "", "s3GetObject"})
  void an_action_that_covers_none_gives_no_access(String action) {
    assertThat(accessible(action, "arn:aws:s3:::invoices/*")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "s3:::invoices, s3:::invoices",
    "s3:::invoices/2026/*, s3:::invoices",
    "s3:::invoices/20*.pdf, s3:::invoices",
    "dynamodb:" + REGIONAL + "table/orders, dynamodb:" + REGIONAL + "table/orders",
    "dynamodb:" + REGIONAL + "table/orders/*, dynamodb:" + REGIONAL + "table/orders",
    "dynamodb:" + REGIONAL + "table/orders/index/*, dynamodb:" + REGIONAL + "table/orders",
    "secretsmanager:"
        + REGIONAL
        + "secret:db-AbCdEf, secretsmanager:"
        + REGIONAL
        + "secret:db-AbCdEf",
    "kms:" + REGIONAL + "key/0f9e, kms:" + REGIONAL + "key/0f9e",
    "rds:" + REGIONAL + "cluster:library, rds:" + REGIONAL + "cluster:library",
  })
  void a_resource_is_named_by_its_arn_whatever_comes_after_the_name(String given, String named) {
    assertThat(accessible("*", "arn:aws:" + given)).containsExactly("arn:aws:" + named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "arn:aws:s3:::*",
        "arn:aws:s3:::inv*",
        "arn:aws:s3:::${aws:username}/*",
        "arn:aws:dynamodb:*:111122223333:table/orders",
        "arn:aws:dynamodb:" + REGIONAL + "table/*",
        "arn:aws:dynamodb:" + REGIONAL + "table/orders/stream/*",
        "arn:aws:secretsmanager:" + REGIONAL + "secret:*",
        "arn:aws:secretsmanager:" + REGIONAL + "secret:db-??????",
        "arn:aws:kms:" + REGIONAL + "key/*",
        "arn:aws:sqs:" + REGIONAL + "jobs",
        "arn:aws:rds-db:" + REGIONAL + "dbuser:db-ABC/app",
        "invoices"
      })
  void what_names_no_resource_that_holds_data_gives_no_access(String resource) {
    assertThat(accessible("*", resource)).isEmpty();
  }

  @Test
  void an_action_reaches_the_data_of_its_own_service_only() {
    var document =
        "{'Statement':[{'Effect':'Allow','Action':['kms:Decrypt','s3:ListBucket'],'Resource':"
            + "['arn:aws:s3:::invoices','arn:aws:kms:eu-central-1:111122223333:key/0f9e']}]}";

    assertThat(arns(parse(document).accessible()))
        .containsExactly("arn:aws:kms:eu-central-1:111122223333:key/0f9e");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Statement':{'Effect':'Deny','Action':'*','Resource':'arn:aws:s3:::a-bucket'}}",
        "{'Statement':{'Effect':'Allow','NotAction':'iam:*','Resource':'arn:aws:s3:::a-bucket'}}",
        "{'Statement':{'Effect':'Allow','Action':'*','NotResource':'arn:aws:s3:::a-bucket'}}",
        "{'Statement':{'Action':'*','Resource':'arn:aws:s3:::a-bucket'}}",
        "{'Statement':[]}",
        "{}",
        "[]",
        "nonsense",
        "%7B",
        "%",
        ""
      })
  void what_does_not_allow_by_name_states_nothing(String document) {
    assertThat(parse(document).accessible()).isEmpty();
  }

  @Test
  void a_condition_does_not_take_the_statement_away() {
    var document =
        "{'Statement':{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::invoices',"
            + "'Condition':{'Bool':{'aws:SecureTransport':'true'}}}}";

    assertThat(arns(parse(document).accessible())).containsExactly("arn:aws:s3:::invoices");
  }

  @ParameterizedTest
  @CsvSource({
    "sts:AssumeRole, true",
    "sts:*, true",
    "*, true",
    "sts:TagSession, false",
    "sts:AssumeRoleWithSAML, false",
  })
  void trust_takes_the_action_of_assuming_a_role(String action, boolean trusted) {
    var document =
        parse(
            "{'Statement':{'Effect':'Allow','Action':'"
                + action
                + "','Principal':{'AWS':'arn:aws:iam::111122223333:user/mary'}}}");

    assertThat(document.trusted()).hasSize(trusted ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'*'",
        "{'AWS':'*'}",
        "{'AWS':'111122223333'}",
        "{'AWS':'arn:aws:iam::111122223333:root'}",
        "{'AWS':'AROAEXAMPLEEXAMPLE123'}",
        "{'Service':'ec2.amazonaws.com'}",
        "{'Federated':'arn:aws:iam::111122223333:saml-provider/idp'}"
      })
  void services_accounts_and_everybody_are_trusted_by_no_name(String principal) {
    var document =
        parse(
            "{'Statement':{'Effect':'Allow','Action':'sts:AssumeRole','Principal':"
                + principal
                + "}}");

    assertThat(document.trusted()).isEmpty();
  }

  @Test
  void a_session_of_a_role_stands_for_the_role() {
    var document =
        parse(
            "{'Statement':{'Effect':'Allow','Action':'s3:GetObject','Principal':{'AWS':"
                + "'arn:aws:sts::111122223333:assumed-role/etl/run'}}}");

    assertThat(arns(document.accessing("AWS::S3::Bucket")))
        .containsExactly("arn:aws:iam::111122223333:role/etl");
  }

  @Test
  void a_statement_on_settings_lets_nobody_at_the_data() {
    var document =
        parse(
            "{'Statement':{'Effect':'Allow','Action':'s3:GetBucketPolicy','Principal':{'AWS':"
                + "'arn:aws:iam::111122223333:role/etl'}}}");

    assertThat(document.accessing("AWS::S3::Bucket")).isEmpty();
  }

  @Test
  void a_pattern_of_many_wildcards_needs_all_its_letters() {
    var pattern = "s3:" + "*a".repeat(2000) + "*";

    assertThat(DataActions.covers(pattern, "s3:" + "a".repeat(1999))).isFalse();
    assertThat(DataActions.covers(pattern, "s3:" + "a".repeat(2000))).isTrue();
  }

  private static List<String> accessible(String action, String resource) {
    return arns(
        parse(
                "{'Statement':{'Effect':'Allow','Action':'"
                    + action
                    + "','Resource':['"
                    + resource
                    + "']}}")
            .accessible());
  }

  private static PolicyDocument parse(String document) {
    return PolicyDocument.parse(document.replace('\'', '"'));
  }

  private static List<String> arns(Collection<?> resources) {
    return resources.stream().map(Object::toString).collect(Collectors.toList());
  }
}
