// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A server on this machine in a process of its own, which ends with this one at the latest, and
 * with it all that it started.
 */
public final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long POLL_MILLIS = 50;
  private static final long GRACE_SECONDS = 5;
  private static final int TOLD_CHARACTERS = 2_000;

  private final String name;
  private final Process process;
  private final Path log;
  private final Thread exitHook;

  private ServerProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.exitHook = new Thread(() -> stop(process), "stop " + name);
    Runtime.getRuntime().addShutdownHook(exitHook);
  }

  /**
   * @param name for people
   * @param log where it writes what it has to say
   */
  public static ServerProcess start(String name, ProcessBuilder command, Path log)
      throws IOException {
    var process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new ServerProcess(name, process, log);
  }

  /** A port of the loopback interface that nobody listens on now. */
  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * Waits until something is so.
   *
   * @throws IOException when the server ends before, or it takes too long
   */
  public void await(String what, BooleanSupplier condition)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new IOException(
            name + " ended with exit code " + process.exitValue() + "; it said:\n" + tail(log));
      }
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "waited " + PATIENCE.toSeconds() + " s for " + what + "; its log is " + log);
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** The last that was written to a log, for people. */
  public static String tail(Path log) throws IOException {
    var text = Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8).strip() : "";
    return text.substring(Math.max(0, text.length() - TOLD_CHARACTERS));
  }

  @Override
  public void close() {
    stop(process);
    try {
      Runtime.getRuntime().removeShutdownHook(exitHook);
    } catch (IllegalStateException e) {
      // The machine is going down, and the hook is running: it finds nothing left to stop.
    }
  }

  private static void stop(Process process) {
    var all = process.descendants().toList();
    process.destroy();
    all.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
