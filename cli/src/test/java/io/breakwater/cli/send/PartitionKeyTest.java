// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class PartitionKeyTest {
  private static final byte[] FINDING =
      ("{\"findingArn\":\"arn:aws:inspector2:us-east-1:111122223333:finding/invented\","
              + "\"awsAccountId\":\"111122223333\",\"updatedAt\":\"2026-11-24T00:00:00Z\","
              + "\"resources\":[{\"id\":\"i-0abc\",\"type\":\"AWS_EC2_INSTANCE\","
              + "\"partition\":\"aws\",\"region\":\"us-east-1\"}]}")
          .getBytes(StandardCharsets.UTF_8);
  private static final byte[] NOISE = "noise".getBytes(StandardCharsets.UTF_8);

  @Test
  void a_finding_goes_by_the_resource_that_it_names() {
    assertThat(PartitionKey.RESOURCE.of(FINDING))
        .isEqualTo("arn:aws:ec2:us-east-1:111122223333:instance/i-0abc");
  }

  @Test
  void what_names_no_resource_goes_by_its_hash() {
    assertThat(PartitionKey.RESOURCE.of(NOISE)).isEqualTo(PartitionKey.HASH.of(NOISE));
  }

  @Test
  void a_hash_is_the_same_for_the_same_record_alone() {
    assertThat(PartitionKey.HASH.of(NOISE))
        .isEqualTo(PartitionKey.HASH.of("noise".getBytes(StandardCharsets.UTF_8)))
        .isNotEqualTo(PartitionKey.HASH.of(FINDING));
  }
}
