// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own: from Debian's packages, in a temporary directory, on a free port
 * of the loopback interface, without a password. Where there are no packages they are installed, if
 * this is root.
 */
final class PostgresServer implements AutoCloseable {
  private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
  private static final String USER = "postgres";
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
  private static final int ATTEMPTS = 3;

  private final Path directory;
  private final Process server;
  private final int port;
  private int databases;

  private PostgresServer(Path directory, Process server, int port) {
    this.directory = directory;
    this.server = server;
    this.port = port;
  }

  /** Why there can be none, as a sentence. */
  static final class UnavailableException extends Exception {
    UnavailableException(String message) {
      super(message);
    }
  }

  static PostgresServer start() throws IOException, UnavailableException {
    var programs = programs();
    var directory = Files.createTempDirectory("breakwater-postgres");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    var data = Files.createDirectory(directory.resolve("data"));
    if (ROOT) {
      run("give the directory away", List.of("chown", USER, data.toString()));
    }
    // The server refuses to run as root.
    run(
        "initdb",
        asUser(
            programs.resolve("initdb").toString(),
            "--pgdata=" + data,
            "--username=" + USER,
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync"));
    for (int attempt = 1; ; attempt++) {
      try {
        return start(programs, directory, data);
      } catch (UnavailableException e) {
        // Another process may have taken the port in between.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static PostgresServer start(Path programs, Path directory, Path data)
      throws IOException, UnavailableException {
    int port = freePort();
    var log = directory.resolve("log");
    var server =
        new ProcessBuilder(
                asUser(
                    programs.resolve("postgres").toString(),
                    "-D",
                    data.toString(),
                    "-h",
                    "127.0.0.1",
                    "-p",
                    Integer.toString(port),
                    "-k",
                    "",
                    "-c",
                    "fsync=off",
                    "-c",
                    "autovacuum=off",
                    "-c",
                    "max_connections=50"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    var started = new PostgresServer(directory, server, port);
    started.awaitReady(log);
    return started;
  }

  private void awaitReady(Path log) throws IOException, UnavailableException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (server.isAlive() && System.nanoTime() < deadline) {
      try (var connection = DriverManager.getConnection(url("postgres"), settings())) {
        if (connection.isValid(1)) {
          return;
        }
      } catch (SQLException e) {
        await(server);
      }
    }
    server.destroy();
    throw new UnavailableException("PostgreSQL does not start: " + Files.readString(log));
  }

  /** A moment, or until it has ended. */
  private static void await(Process process) {
    try {
      process.waitFor(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path programs() throws IOException, UnavailableException {
    var installed = installed();
    if (installed.isPresent()) {
      return installed.get();
    }
    if (!ROOT || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
      throw new UnavailableException(
          "PostgreSQL is not installed in " + PACKAGES + ", and only root can install it");
    }
    run("update", List.of("apt-get", "update", "-q"));
    run(
        "install",
        List.of(
            "env",
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
            "install",
            "-y",
            "-q",
            "--no-install-recommends",
            "postgresql"));
    return installed().orElseThrow(() -> new UnavailableException("no PostgreSQL in " + PACKAGES));
  }

  private static Optional<Path> installed() throws IOException {
    if (!Files.isDirectory(PACKAGES)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(PACKAGES)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    }
  }

  private static List<String> asUser(String... command) {
    var all = new ArrayList<String>();
    if (ROOT) {
      all.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--init-groups", "--"));
    }
    all.addAll(List.of(command));
    return all;
  }

  private static void run(String what, List<String> command)
      throws IOException, UnavailableException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new UnavailableException(what + " failed: " + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnavailableException(what + " was interrupted");
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** A new database with nothing in it. */
  String newDatabase() throws SQLException {
    var name = "index_" + ++databases;
    try (var connection = DriverManager.getConnection(url("postgres"), settings());
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return url(name);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  Properties settings() {
    var settings = new Properties();
    settings.setProperty("user", USER);
    return settings;
  }

  @Override
  public void close() throws IOException {
    // setpriv becomes the server, so that this is its id; no test leaves a connection open.
    server.destroy();
    try {
      if (!server.waitFor(20, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      server.destroyForcibly();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
