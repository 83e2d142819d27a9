// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.regions.Region;

/** How the clients of the AWS SDK are set that targets send by. */
public final class AwsClients {
  private AwsClients() {}

  /**
   * A client that sends each request once, as it is for the job to say what is sent again and when,
   * and ends each in time.
   *
   * @param http shared by all clients; whoever made it closes it
   * @param timeout for a call from its beginning to its answer
   */
  public static <B extends AwsClientBuilder<B, C> & SdkAsyncClientBuilder<B, C>, C> B set(
      B builder, String region, SdkAsyncHttpClient http, Duration timeout) {
    return builder
        .region(Region.of(region))
        .httpClient(http)
        .overrideConfiguration(
            settings ->
                settings.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(timeout));
  }
}
