// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import io.breakwater.flink.kinesis.KinesisInputs;
import io.breakwater.flink.kinesis.KinesisOutputs;
import java.time.Duration;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The correlation job on a cluster, from stream to stream.
 *
 * <p>Set by the property groups of the application on Managed Service for Apache Flink, elsewhere
 * by arguments such as {@code --Source.input-stream findings}; see {@link JobProperties}.
 */
public final class CorrelationJobMain {
  private static final Duration LOCAL_CHECKPOINTS = Duration.ofSeconds(10);

  private CorrelationJobMain() {}

  public static void main(String[] args) throws Exception {
    var env = StreamExecutionEnvironment.getExecutionEnvironment();
    if (env instanceof LocalStreamEnvironment) {
      // The service sets this itself, and from Flink 1.19 on fails a job that does:
      // https://docs.aws.amazon.com/managed-flink/latest/java/troubleshooting-job-configuration.html
      env.enableCheckpointing(LOCAL_CHECKPOINTS.toMillis());
    }
    var properties = JobProperties.of(args);
    CorrelationJob.build(
        env,
        new KinesisInputs(properties.kinesis()),
        new KinesisOutputs(properties.kinesis()),
        properties.correlation());
    env.execute("breakwater correlation");
  }
}
