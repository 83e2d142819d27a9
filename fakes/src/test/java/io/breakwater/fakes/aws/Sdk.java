// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.aws;

import io.breakwater.fakes.FakeServer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;

/** Clients of the AWS SDK that call a fake, once for each call. */
final class Sdk {
  static final String ACCOUNT = "111122223333";
  static final String KEY = "key-1";
  static final String REGION = "eu-west-1";

  private Sdk() {}

  static <B extends AwsClientBuilder<B, C>, C> C client(B builder, FakeServer server, String key) {
    return builder
        .endpointOverride(server.uri())
        .region(Region.of(REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "secret")))
        .overrideConfiguration(settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }
}
