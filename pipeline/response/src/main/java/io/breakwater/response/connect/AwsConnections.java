// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import io.breakwater.flink.kinesis.KinesisPlace;
import io.breakwater.response.aws.AwsClients;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The clients of the AWS SDK of one task, which share one HTTP client and are closed together. */
final class AwsConnections implements AutoCloseable {
  /** For a server on this machine, which checks none. */
  private static final StaticCredentialsProvider MADE_UP =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  private final Deque<SdkAutoCloseable> toClose = new ArrayDeque<>();
  private SdkAsyncHttpClient http;

  /** Made when the first client needs it. */
  SdkAsyncHttpClient http() {
    if (http == null) {
      http = toBeClosed(NettyNioAsyncHttpClient.create());
    }
    return http;
  }

  /**
   * @param endpoint in place of that of the Region; empty for that one
   * @param timeout for a call from its beginning to its answer
   */
  <B extends AwsClientBuilder<B, C> & SdkAsyncClientBuilder<B, C>, C extends SdkAutoCloseable>
      C client(B builder, String region, Optional<URI> endpoint, Duration timeout) {
    return toBeClosed(at(AwsClients.set(builder, region, http(), timeout), endpoint).build());
  }

  /** Credentials are those of the default chain; only for a server on this machine they are not. */
  static <B extends AwsClientBuilder<B, ?>> B at(B builder, Optional<URI> endpoint) {
    endpoint.ifPresent(builder::endpointOverride);
    if (endpoint.filter(KinesisPlace::isLocal).isPresent()) {
      builder.credentialsProvider(MADE_UP);
    }
    return builder;
  }

  /** What was made last is closed first. */
  <C extends SdkAutoCloseable> C toBeClosed(C client) {
    toClose.push(client);
    return client;
  }

  @Override
  public void close() {
    while (!toClose.isEmpty()) {
      toClose.pop().close();
    }
    http = null;
  }
}
