// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConnectorPropertiesTest {
  @Test
  void on_the_service_credentials_come_from_the_default_chain() {
    var settings = settings().build();

    var properties = ConnectorProperties.ofSinks(settings.place());

    assertThat(properties)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("aws.region", "us-east-1", "aws.credentials.provider", "AUTO"));
  }

  @Test
  void a_server_on_this_machine_gets_made_up_credentials_over_http_1() {
    var settings = settings().endpoint("http://127.0.0.1:4567").build();

    var properties = ConnectorProperties.ofSinks(settings.place());

    assertThat(properties)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "aws.region", "us-east-1",
                "aws.endpoint", "http://127.0.0.1:4567",
                "aws.http.protocol.version", "HTTP1_1",
                "aws.credentials.provider", "BASIC",
                "aws.credentials.provider.basic.accesskeyid", "local",
                "aws.credentials.provider.basic.secretkey", "local"));
  }

  @Test
  void an_endpoint_elsewhere_never_gets_made_up_credentials() {
    var settings = settings().endpoint("https://kinesis.example.com").build();

    var properties = ConnectorProperties.ofSinks(settings.place());

    assertThat(properties)
        .containsEntry("aws.credentials.provider", "AUTO")
        .doesNotContainKey("aws.credentials.provider.basic.accesskeyid");
  }

  @Test
  void the_source_begins_with_the_oldest_record() {
    var settings = settings().build();

    var properties = ConnectorProperties.ofSource(settings.place(), settings.startPosition());

    assertThat(properties)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "aws.region", "us-east-1",
                "aws.credentials.provider", "AUTO",
                "flink.stream.initpos", "TRIM_HORIZON",
                "flink.shard.discovery.intervalmillis", "2000",
                "flink.shard.getrecords.maxretries", "18",
                "flink.shard.getrecords.backoff.max", "5000",
                "flink.shard.getiterator.maxretries", "18",
                "flink.shard.getiterator.backoff.max", "5000"));
  }

  @Test
  void the_source_begins_at_a_time_to_the_millisecond() {
    var settings = settings().startPosition("2026-11-24T00:00:00.050Z").build();

    var properties = ConnectorProperties.ofSource(settings.place(), settings.startPosition());

    assertThat(properties)
        .containsEntry("flink.stream.initpos", "AT_TIMESTAMP")
        .containsEntry("flink.stream.initpos.timestamp", "1795478400.050");
  }

  private static KinesisSettings.Builder settings() {
    return KinesisSettings.builder()
        .inputStream("findings")
        .exposureStream("exposures")
        .certificateStream("certificates")
        .deadLetterStream("dead-letters")
        .region("us-east-1");
  }
}
