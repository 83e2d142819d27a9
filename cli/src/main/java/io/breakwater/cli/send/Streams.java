// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.send;

import io.breakwater.cli.Failure;
import io.breakwater.flink.kinesis.KinesisSettings;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Kinesis, in a region of AWS or at an address of its own. */
public final class Streams implements AutoCloseable {
  private static final String LOCAL_REGION = "us-east-1";

  private final KinesisClient client;

  private Streams(KinesisClient client) {
    this.client = client;
  }

  /**
   * @param region null for the one that is configured for the AWS command line
   * @param endpoint null for the region's own
   * @throws Failure when no region is configured
   */
  public static Streams at(String region, URI endpoint) {
    boolean local = isLocal(endpoint);
    var builder = KinesisClient.builder();
    if (region != null) {
      builder.region(Region.of(region));
    } else if (local) {
      builder.region(Region.of(LOCAL_REGION));
    }
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    if (local) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }
    try {
      return new Streams(builder.build());
    } catch (SdkClientException e) {
      throw new Failure("cannot tell the region of the stream; say it with --region", e);
    }
  }

  /** Whether it is an address on this machine. */
  public static boolean isLocal(URI endpoint) {
    return endpoint != null && KinesisSettings.isLocal(endpoint);
  }

  public KinesisClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
  }
}
