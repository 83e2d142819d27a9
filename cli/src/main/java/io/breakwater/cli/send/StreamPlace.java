// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.send;

import io.breakwater.cli.aws.AwsClients;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that say where streams are. */
public final class StreamPlace {
  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Where the streams are. Default: as the AWS command line has it.")
  private String region;

  private URI endpoint;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "A server in place of the region's, such as http://localhost:4567.")
  void at(URI address) {
    if (address.getHost() == null) {
      throw new ParameterException(
          spec.commandLine(),
          "--endpoint must be an address such as http://localhost:4567, was " + address);
    }
    endpoint = address;
  }

  /**
   * @throws io.breakwater.cli.Failure when no region is configured
   */
  public Streams open() {
    return Streams.at(region, endpoint);
  }

  /** The region that was asked for; empty for the one that is configured. */
  public Optional<String> region() {
    return Optional.ofNullable(region);
  }

  /** Whether they are on this machine. */
  public boolean isLocal() {
    return AwsClients.isLocal(endpoint);
  }
}
