// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.kinesis;

import io.breakwater.demo.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/**
 * A Kinesis server on this machine, for as long as it is open: the npm package {@code
 * kinesis-local}, installed when it is missing. Streams are kept in memory and go with it.
 *
 * <p>Made for showing and testing, not for load: it takes a few hundred records a second. It
 * listens on the loopback interface only.
 *
 * @see <a href="https://github.com/etspaceman/kinesis-mock">kinesis-mock</a>
 */
public final class KinesisLocal implements AutoCloseable {
  /** Streams belong to a region; any would do. */
  public static final String REGION = "us-east-1";

  private final ServerProcess process;
  private final URI endpoint;
  private final Path log;
  private final KinesisClient client;

  private KinesisLocal(ServerProcess process, URI endpoint, Path log) {
    this.process = process;
    this.endpoint = endpoint;
    this.log = log;
    this.client = clientOf(endpoint);
  }

  /**
   * Installs it where it is missing, starts it on free ports and waits until it answers.
   *
   * @param workDirectory made when it is not there; holds {@code kinesis-local.log}
   * @throws IOException when Node.js or npm is missing or fails, or the server does not come up,
   *     saying what to do
   */
  public static KinesisLocal start(Path workDirectory) throws IOException, InterruptedException {
    var installed = new NpmPackage("kinesis-local").install();
    Files.createDirectories(workDirectory);
    var log = workDirectory.resolve("kinesis-local.log");
    int port = ServerProcess.freePort();
    var process = launch(installed, workDirectory, log, port);
    var server = new KinesisLocal(process, URI.create("http://127.0.0.1:" + port), log);
    try {
      server.process.await("kinesis-local to answer", server::answers);
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
    return server;
  }

  private static ServerProcess launch(Path installed, Path workDirectory, Path log, int port)
      throws IOException {
    var loopback = workDirectory.resolve("loopback.cjs");
    try (var script = KinesisLocal.class.getResourceAsStream("/kinesis-local/loopback.cjs")) {
      Files.copy(script, loopback, StandardCopyOption.REPLACE_EXISTING);
    }
    var command =
        new ProcessBuilder(
            "node",
            "--require",
            loopback.toAbsolutePath().toString(),
            installed.resolve("main.js").toString());
    var environment = command.environment();
    environment.put("KINESIS_MOCK_PLAIN_PORT", Integer.toString(port));
    environment.put("KINESIS_MOCK_TLS_PORT", Integer.toString(ServerProcess.freePort()));
    environment.put("KINESIS_MOCK_CERT_PATH", installed.resolve("server.json").toString());
    environment.put("AWS_REGION", REGION);
    try {
      return ServerProcess.start("kinesis-local", command.directory(workDirectory.toFile()), log);
    } catch (IOException e) {
      throw new IOException(
          "cannot run node: " + e.getMessage() + "; install Node.js 20 or later", e);
    }
  }

  private static KinesisClient clientOf(URI endpoint) {
    return KinesisClient.builder()
        .endpointOverride(endpoint)
        .region(Region.of(REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }

  private boolean answers() {
    try {
      client.listStreams();
      return true;
    } catch (SdkClientException e) {
      return false;
    }
  }

  /** Such as {@code http://127.0.0.1:40123}. */
  public URI endpoint() {
    return endpoint;
  }

  /** Where the server writes what it has to say. */
  public Path log() {
    return log;
  }

  /** Shared, and closed with the server. */
  public KinesisClient client() {
    return client;
  }

  /** Waits until the stream can be used. */
  public void createStream(String name, int shards) throws IOException, InterruptedException {
    client.createStream(request -> request.streamName(name).shardCount(shards));
    awaitActive(name);
  }

  /** Waits until a stream that is being made or re-sharded can be used (and re-sharded) again. */
  public void awaitActive(String name) throws IOException, InterruptedException {
    process.await("stream " + name + " to become active", () -> isActive(name));
  }

  private boolean isActive(String name) {
    return client
            .describeStreamSummary(request -> request.streamName(name))
            .streamDescriptionSummary()
            .streamStatus()
        == StreamStatus.ACTIVE;
  }

  /** The names of all streams. */
  public List<String> streams() {
    return client.listStreamsPaginator().streamNames().stream().toList();
  }

  /** Stops the server and what it started; its streams are gone. */
  @Override
  public void close() {
    client.close();
    process.close();
  }
}
