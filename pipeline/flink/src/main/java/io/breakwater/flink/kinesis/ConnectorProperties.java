// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import static org.apache.flink.streaming.connectors.kinesis.config.AWSConfigConstants.AWS_ACCESS_KEY_ID;
import static org.apache.flink.streaming.connectors.kinesis.config.AWSConfigConstants.AWS_CREDENTIALS_PROVIDER;
import static org.apache.flink.streaming.connectors.kinesis.config.AWSConfigConstants.AWS_ENDPOINT;
import static org.apache.flink.streaming.connectors.kinesis.config.AWSConfigConstants.AWS_REGION;
import static org.apache.flink.streaming.connectors.kinesis.config.AWSConfigConstants.AWS_SECRET_ACCESS_KEY;
import static org.apache.flink.streaming.connectors.kinesis.config.AWSConfigConstants.HTTP_PROTOCOL_VERSION;
import static org.apache.flink.streaming.connectors.kinesis.config.ConsumerConfigConstants.SHARD_DISCOVERY_INTERVAL_MILLIS;
import static org.apache.flink.streaming.connectors.kinesis.config.ConsumerConfigConstants.SHARD_GETITERATOR_BACKOFF_MAX;
import static org.apache.flink.streaming.connectors.kinesis.config.ConsumerConfigConstants.SHARD_GETITERATOR_RETRIES;
import static org.apache.flink.streaming.connectors.kinesis.config.ConsumerConfigConstants.SHARD_GETRECORDS_BACKOFF_MAX;
import static org.apache.flink.streaming.connectors.kinesis.config.ConsumerConfigConstants.SHARD_GETRECORDS_RETRIES;
import static org.apache.flink.streaming.connectors.kinesis.config.ConsumerConfigConstants.STREAM_INITIAL_POSITION;
import static org.apache.flink.streaming.connectors.kinesis.config.ConsumerConfigConstants.STREAM_INITIAL_TIMESTAMP;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Properties;

/** The settings in the words of the connector. */
final class ConnectorProperties {
  /**
   * How long records of a new shard wait at most until somebody reads them. The connector's ten
   * seconds would show in the latency of every re-sharding; ListShards allows 1,000 calls a second.
   */
  private static final long DISCOVERY_MILLIS = 2_000;

  /**
   * How long Kinesis may refuse to be read before the job gives up and starts again from its last
   * checkpoint: about a minute. The connector's three attempts within two seconds would have it
   * start again for every hiccup.
   */
  private static final int READ_ATTEMPTS = 18;

  private static final long LONGEST_READ_PAUSE_MILLIS = 5_000;

  private ConnectorProperties() {}

  /**
   * @param start where to begin when there is no checkpoint to go on from
   */
  static Properties ofSource(KinesisPlace place, StartPosition start) {
    var properties = ofSinks(place);
    properties.setProperty(STREAM_INITIAL_POSITION, start.name());
    start
        .timestamp()
        .ifPresent(time -> properties.setProperty(STREAM_INITIAL_TIMESTAMP, epochSeconds(time)));
    properties.setProperty(SHARD_DISCOVERY_INTERVAL_MILLIS, Long.toString(DISCOVERY_MILLIS));
    properties.setProperty(SHARD_GETRECORDS_RETRIES, Integer.toString(READ_ATTEMPTS));
    properties.setProperty(SHARD_GETITERATOR_RETRIES, Integer.toString(READ_ATTEMPTS));
    properties.setProperty(SHARD_GETRECORDS_BACKOFF_MAX, Long.toString(LONGEST_READ_PAUSE_MILLIS));
    properties.setProperty(SHARD_GETITERATOR_BACKOFF_MAX, Long.toString(LONGEST_READ_PAUSE_MILLIS));
    return properties;
  }

  static Properties ofSinks(KinesisPlace place) {
    var properties = new Properties();
    properties.setProperty(AWS_REGION, place.region());
    place
        .endpoint()
        .ifPresent(
            endpoint -> {
              properties.setProperty(AWS_ENDPOINT, endpoint.toString());
              // Servers other than AWS's speak HTTP/2 seldom, and never without TLS.
              properties.setProperty(HTTP_PROTOCOL_VERSION, "HTTP1_1");
            });
    properties.setProperty(AWS_CREDENTIALS_PROVIDER, place.isLocal() ? "BASIC" : "AUTO");
    if (place.isLocal()) {
      properties.setProperty(AWS_ACCESS_KEY_ID, "local");
      properties.setProperty(AWS_SECRET_ACCESS_KEY, "local");
    }
    return properties;
  }

  /** With milliseconds: the connector's other form cannot leave out a fraction that is zero. */
  private static String epochSeconds(Instant time) {
    return BigDecimal.valueOf(time.toEpochMilli(), 3).toPlainString();
  }
}
