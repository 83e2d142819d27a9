// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SubjectsTest {
  private static final Subjects ONE = new Subjects("AWS::EC2::Instance", "one");
  private static final Subjects OTHER = new Subjects("AWS::EC2::Instance", "other");

  @Test
  void a_name_alone_is_another_resource_of_the_type() {
    var second = ONE.named("second");

    assertThat(second.type()).isEqualTo("AWS::EC2::Instance");
    assertThat(second).isNotEqualTo(ONE.primary());
  }

  @Test
  void a_type_without_a_name_is_the_primary_resource() {
    assertThat(ONE.named("AWS::EC2::Instance")).isEqualTo(ONE.primary());
  }

  @Test
  void scenarios_share_no_resource_that_they_name() {
    var name = "AWS::IAM::Role deploy";

    assertThat(ONE.named(name)).isNotEqualTo(OTHER.named(name));
  }

  @Test
  void an_arn_tells_type_account_and_region() {
    var table = ONE.named("arn:aws:dynamodb:eu-west-1:444455556666:table/orders");

    assertThat(table.type()).isEqualTo("AWS::DynamoDB::Table");
    assertThat(table.id()).isEqualTo("orders");
    assertThat(table.account()).isEqualTo("444455556666");
    assertThat(table.region()).isEqualTo("eu-west-1");
  }

  @ParameterizedTest
  @EnumSource(SubjectType.class)
  void the_arn_of_a_resource_tells_its_type(SubjectType type) {
    var arn = ONE.named(type.type + " some").arn();

    assertThat(ONE.named(arn).type()).isEqualTo(type.type);
  }

  @Test
  void names_in_texts_become_arns_and_ids() {
    var event =
        Written.object()
            .put("arn", "${AWS::EC2::SecurityGroup web}")
            .put("id", "at ${id of AWS::EC2::SecurityGroup web}");

    var spelledOut = ONE.spelledOut(event);

    var group = ONE.named("AWS::EC2::SecurityGroup web");
    assertThat(spelledOut.path("arn").asText()).isEqualTo(group.arn());
    assertThat(spelledOut.path("id").asText()).isEqualTo("at " + group.id());
  }
}
