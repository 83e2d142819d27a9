// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import io.breakwater.fakes.FakeServer;
import io.breakwater.response.aws.AwsClients;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;

/** Clients of the AWS SDK, made as the job makes them, that call a fake. */
public final class Sdk {
  public static final String ACCOUNT = "111122223333";
  public static final String KEY = "key-1";
  public static final String SECRET_KEY = "secret-key-4711";
  public static final String REGION = "eu-central-1";

  private static final SdkAsyncHttpClient HTTP = NettyNioAsyncHttpClient.create();

  private Sdk() {}

  public static AwsCredentialsProvider credentials(String key) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, SECRET_KEY));
  }

  public static <B extends AwsClientBuilder<B, C> & SdkAsyncClientBuilder<B, C>, C> C client(
      B builder, FakeServer server, String key, String region, Duration timeout) {
    return AwsClients.set(builder, region, HTTP, timeout)
        .endpointOverride(server.uri())
        .credentialsProvider(credentials(key))
        .build();
  }

  public static <B extends AwsClientBuilder<B, C> & SdkAsyncClientBuilder<B, C>, C> C client(
      B builder, FakeServer server, String key, Duration timeout) {
    return client(builder, server, key, REGION, timeout);
  }

  public static <B extends AwsClientBuilder<B, C> & SdkAsyncClientBuilder<B, C>, C> C client(
      B builder, FakeServer server) {
    return client(builder, server, KEY, Duration.ofSeconds(20));
  }

  /** That all clients share. */
  public static SdkAsyncHttpClient http() {
    return HTTP;
  }
}
