// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.aws;

import io.breakwater.cli.Failure;
import io.breakwater.flink.kinesis.KinesisPlace;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Clients of AWS services, in a region of AWS or at an address of their own. */
public final class AwsClients implements AutoCloseable {
  private static final Region LOCAL_REGION = Region.US_EAST_1;

  private final String region;
  private final URI endpoint;
  private final List<SdkAutoCloseable> open = new ArrayList<>();

  /**
   * @param region null for the one that is configured for the AWS command line
   * @param endpoint null for the region's own
   */
  public AwsClients(String region, URI endpoint) {
    this.region = region;
    this.endpoint = endpoint;
  }

  /**
   * @throws Failure when no region is configured
   */
  public S3Client s3() {
    // Servers that stand in for S3 have no host for each bucket.
    return built(S3Client.builder().forcePathStyle(endpoint != null));
  }

  /**
   * @throws Failure when no region is configured
   */
  public KinesisClient kinesis() {
    return built(KinesisClient.builder());
  }

  /**
   * @throws Failure when no region is configured
   */
  public EventBridgeClient eventBridge() {
    return built(EventBridgeClient.builder());
  }

  /**
   * Whom they ask: the same name is another thing elsewhere.
   *
   * @throws Failure when no region is configured
   */
  public String where() {
    return endpoint == null ? region().id() : region().id() + " at " + endpoint;
  }

  /** Whether it is an address on this machine. */
  public static boolean isLocal(URI endpoint) {
    return endpoint != null && KinesisPlace.isLocal(endpoint);
  }

  private Region region() {
    if (region != null) {
      return Region.of(region);
    }
    if (isLocal(endpoint)) {
      return LOCAL_REGION;
    }
    try {
      return DefaultAwsRegionProviderChain.builder().build().getRegion();
    } catch (SdkClientException e) {
      throw new Failure("cannot tell the region; say it with --region", e);
    }
  }

  private <B extends AwsClientBuilder<B, C>, C extends SdkAutoCloseable> C built(B builder) {
    builder.region(region());
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    if (isLocal(endpoint)) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }
    var client = builder.build();
    open.add(client);
    return client;
  }

  @Override
  public void close() {
    open.forEach(SdkAutoCloseable::close);
  }
}
