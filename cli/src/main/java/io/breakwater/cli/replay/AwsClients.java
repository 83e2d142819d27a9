// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.replay;

import io.breakwater.cli.Failure;
import io.breakwater.cli.send.Streams;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Clients of the services that keep history, in a region of AWS or at an address of their own. */
final class AwsClients implements AutoCloseable {
  private static final String LOCAL_REGION = "us-east-1";

  private final String region;
  private final URI endpoint;
  private final List<SdkAutoCloseable> open = new ArrayList<>();

  /**
   * @param region null for the one that is configured for the AWS command line
   * @param endpoint null for the region's own
   */
  AwsClients(String region, URI endpoint) {
    this.region = region;
    this.endpoint = endpoint;
  }

  /**
   * @throws Failure when no region is configured
   */
  S3Client s3() {
    // Servers that stand in for S3 have no host for each bucket.
    return built(S3Client.builder().forcePathStyle(endpoint != null));
  }

  /**
   * @throws Failure when no region is configured
   */
  KinesisClient kinesis() {
    return built(KinesisClient.builder());
  }

  /**
   * @throws Failure when no region is configured
   */
  EventBridgeClient eventBridge() {
    return built(EventBridgeClient.builder());
  }

  private <B extends AwsClientBuilder<B, C>, C extends SdkAutoCloseable> C built(B builder) {
    boolean local = Streams.isLocal(endpoint);
    if (region != null || local) {
      builder.region(Region.of(region == null ? LOCAL_REGION : region));
    }
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    if (local) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }
    try {
      var client = builder.build();
      open.add(client);
      return client;
    } catch (SdkClientException e) {
      throw new Failure("cannot tell the region; say it with --region", e);
    }
  }

  @Override
  public void close() {
    open.forEach(SdkAutoCloseable::close);
  }
}
