// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.send;

import io.breakwater.cli.aws.AwsClients;
import java.net.URI;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Kinesis, in a region of AWS or at an address of its own. */
public final class Streams implements AutoCloseable {
  private final AwsClients clients;
  private final KinesisClient client;

  private Streams(AwsClients clients) {
    this.clients = clients;
    this.client = clients.kinesis();
  }

  /**
   * @param region null for the one that is configured for the AWS command line
   * @param endpoint null for the region's own
   * @throws io.breakwater.cli.Failure when no region is configured
   */
  public static Streams at(String region, URI endpoint) {
    return new Streams(new AwsClients(region, endpoint));
  }

  public KinesisClient client() {
    return client;
  }

  @Override
  public void close() {
    clients.close();
  }
}
