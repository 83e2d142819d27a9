// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.kinesis;

import io.breakwater.demo.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/**
 * A Kinesis server on this machine, for as long as it is open: an npm package, installed when it is
 * missing. Streams are kept in memory and go with it. It listens on the loopback interface only.
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
   * The npm package {@code kinesis-local}, for showing and testing: it keeps to the service's API,
   * and is slower with each record that a shard holds. A few tens of thousands are too many.
   *
   * @param workDirectory made when it is not there; holds {@code kinesis-local.log}
   * @throws IOException when Node.js or npm is missing or fails, or the server does not come up,
   *     saying what to do
   * @see <a href="https://github.com/etspaceman/kinesis-mock">kinesis-mock</a>
   */
  public static KinesisLocal start(Path workDirectory) throws IOException, InterruptedException {
    return start(new KinesisMock(), workDirectory);
  }

  /**
   * The npm package {@code kinesalite}, for measuring with hundreds of thousands of records. It
   * knows less of the API: no consumers with a fan-out of their own, no streams named by their ARN,
   * and no answer to who asks for an iterator at a time that no record came after.
   *
   * @param workDirectory made when it is not there; holds {@code kinesalite.log}
   * @throws IOException as {@link #start(Path)}
   * @see <a href="https://github.com/mhart/kinesalite">kinesalite</a>
   */
  public static KinesisLocal startForLoad(Path workDirectory)
      throws IOException, InterruptedException {
    return start(new Kinesalite(), workDirectory);
  }

  static KinesisLocal start(KinesisProgram program, Path workDirectory)
      throws IOException, InterruptedException {
    var installed = new NpmPackage(program.npmPackage()).install();
    Files.createDirectories(workDirectory);
    var log = workDirectory.resolve(program.npmPackage() + ".log");
    int port = ServerProcess.freePort();
    var process = launch(program, installed, workDirectory, log, port);
    var server = new KinesisLocal(process, URI.create("http://127.0.0.1:" + port), log);
    try {
      server.process.await(program.npmPackage() + " to answer", server::answers);
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
    return server;
  }

  private static ServerProcess launch(
      KinesisProgram program, Path installed, Path workDirectory, Path log, int port)
      throws IOException {
    var words = new ArrayList<>(List.of("node"));
    for (var script : program.preloads()) {
      words.add("--require");
      words.add(copied(script, workDirectory).toString());
    }
    words.addAll(program.command(installed, port));
    var command = new ProcessBuilder(words);
    command.environment().put("AWS_REGION", REGION);
    command.environment().putAll(program.environment(installed, port));
    try {
      return ServerProcess.start(
          program.npmPackage(), command.directory(workDirectory.toFile()), log);
    } catch (IOException e) {
      throw new IOException(
          "cannot run node: " + e.getMessage() + "; install Node.js 20 or later", e);
    }
  }

  private static Path copied(String resource, Path directory) throws IOException {
    var file = directory.resolve(Path.of(resource).getFileName()).toAbsolutePath();
    try (var script = KinesisLocal.class.getResourceAsStream(resource)) {
      Files.copy(script, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
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
