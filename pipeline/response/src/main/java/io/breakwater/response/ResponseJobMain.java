// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import io.breakwater.flink.PropertyGroups;
import io.breakwater.response.kinesis.KinesisReports;
import io.breakwater.response.kinesis.KinesisRevisions;
import java.time.Duration;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The response job on a cluster, from stream to stream.
 *
 * <p>Set by the property groups of the application on Managed Service for Apache Flink, elsewhere
 * by arguments such as {@code --Source.exposure-stream exposures}; see {@link ResponseProperties}.
 */
public final class ResponseJobMain {
  private static final Duration LOCAL_CHECKPOINTS = Duration.ofSeconds(10);

  private ResponseJobMain() {}

  public static void main(String[] args) throws Exception {
    var env = StreamExecutionEnvironment.getExecutionEnvironment();
    if (env instanceof LocalStreamEnvironment) {
      // The service sets this itself, and from Flink 1.19 on fails a job that does:
      // https://docs.aws.amazon.com/managed-flink/latest/java/troubleshooting-job-configuration.html
      env.enableCheckpointing(LOCAL_CHECKPOINTS.toMillis());
    }
    var properties = ResponseProperties.of(PropertyGroups.of(args));
    ResponseJob.build(
        env,
        new KinesisRevisions(properties.streams()),
        new KinesisReports(properties.streams()),
        properties.settings());
    env.execute("breakwater response");
  }
}
