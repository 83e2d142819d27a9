// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.s3;

import io.breakwater.demo.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * An S3 server on this machine, for as long as it is open: S3Mock, which the build puts into {@code
 * target/s3mock} of this module; tests of modules beside it start it as well. It listens on the
 * loopback interface only; what it keeps goes with it.
 *
 * @see <a href="https://github.com/adobe/S3Mock">S3Mock</a>
 */
public final class S3Server implements AutoCloseable {
  private final ServerProcess process;
  private final URI endpoint;
  private final S3Client client;

  private S3Server(ServerProcess process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
    this.client = clientOf(endpoint);
  }

  /** Waits until it answers. */
  public static S3Server start(Path workDirectory) throws IOException, InterruptedException {
    int port = ServerProcess.freePort();
    var process = launch(workDirectory, port);
    var server = new S3Server(process, URI.create("http://127.0.0.1:" + port));
    try {
      process.await("s3mock to answer", server::answers);
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
    return server;
  }

  private static ServerProcess launch(Path workDirectory, int port) throws IOException {
    var loopback = workDirectory.resolve("loopback.xml");
    try (var beans = S3Server.class.getResourceAsStream("/s3mock/loopback.xml")) {
      Files.copy(beans, loopback, StandardCopyOption.REPLACE_EXISTING);
    }
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            jar().toString(),
            "--server.address=127.0.0.1",
            "--server.port=" + port,
            "--server.ssl.enabled=false",
            "--spring.main.sources=" + loopback.toUri(),
            "--spring.main.allow-bean-definition-overriding=true",
            "--com.adobe.testing.s3mock.store.root=" + workDirectory.resolve("objects"));
    return ServerProcess.start("s3mock", command, workDirectory.resolve("s3mock.log"));
  }

  /** Tests run in the directory of their module. */
  private static Path jar() throws IOException {
    for (var module : List.of(".", "../history")) {
      var jar = Path.of(module, "target/s3mock/s3mock.jar").toAbsolutePath().normalize();
      if (Files.exists(jar)) {
        return jar;
      }
    }
    throw new IOException("there is no s3mock.jar; build the history module with Maven first");
  }

  /** A client of a server like S3, told of every request by the interceptors. */
  static S3Client clientOf(URI endpoint, ExecutionInterceptor... interceptors) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .overrideConfiguration(
            override -> {
              for (var interceptor : interceptors) {
                override.addExecutionInterceptor(interceptor);
              }
            })
        .build();
  }

  private boolean answers() {
    try {
      client.listBuckets();
      return true;
    } catch (SdkException e) {
      return false;
    }
  }

  public URI endpoint() {
    return endpoint;
  }

  /** Shared, and closed with the server. */
  public S3Client client() {
    return client;
  }

  void put(String bucket, String key, String content) {
    client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(content));
  }

  @Override
  public void close() {
    client.close();
    process.close();
  }
}
