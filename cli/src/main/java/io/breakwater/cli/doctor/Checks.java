// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.doctor;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.CatalogueException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What the commands need of a machine, one method each. */
public final class Checks {
  private static final int NODE_MAJOR = 20;
  private static final int CONSOLE_PORT = 8080;
  private static final long GIB = 1L << 30;
  private static final long HEAP_WANTED = GIB;
  private static final long DISK_WANTED = 2 * GIB;
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)[.\\d]*");

  private Checks() {}

  /**
   * Runs every check.
   *
   * @param catalogue empty for the one that ships
   */
  public static List<Finding> all(Optional<Path> catalogue) {
    return List.of(
        java(),
        maven(),
        node(),
        npm(),
        memory(),
        disk(Path.of(System.getProperty("breakwater.root", "."))),
        port(CONSOLE_PORT),
        catalogue(catalogue));
  }

  static Finding java() {
    int feature = Runtime.version().feature();
    return feature == 17
        ? Finding.ok("java", System.getProperty("java.runtime.version"))
        : Finding.missing("java", "Java " + feature, "install JDK 17 and set JAVA_HOME to it");
  }

  static Finding maven() {
    return version("mvn", "--version")
        .map(found -> Finding.ok("maven", found))
        .orElseGet(
            () ->
                Finding.limited(
                    "maven", "not found", "install Maven 3.8 or later to build and test"));
  }

  static Finding node() {
    var advice = "install Node.js " + NODE_MAJOR + " to build and test";
    return version("node", "--version")
        .map(
            found ->
                Integer.parseInt(found.substring(0, found.indexOf('.'))) >= NODE_MAJOR
                    ? Finding.ok("node", found)
                    : Finding.limited("node", found, advice))
        .orElseGet(() -> Finding.limited("node", "not found", advice));
  }

  static Finding npm() {
    return version("npm", "--version")
        .map(found -> Finding.ok("npm", found))
        .orElseGet(() -> Finding.limited("npm", "not found", "install npm to build and test"));
  }

  static Finding memory() {
    long heap = Runtime.getRuntime().maxMemory();
    var found = megabytes(heap) + " of heap at most";
    return heap >= HEAP_WANTED
        ? Finding.ok("memory", found)
        : Finding.limited("memory", found, "give Java 1 GB: BREAKWATER_JAVA_OPTS=-Xmx1g");
  }

  static Finding disk(Path where) {
    try {
      long free = Files.getFileStore(where).getUsableSpace();
      var found = megabytes(free) + " free";
      return free >= DISK_WANTED
          ? Finding.ok("disk", found)
          : Finding.limited("disk", found, "building takes about 2 GB");
    } catch (IOException e) {
      return Finding.limited("disk", "unknown", e.getMessage());
    }
  }

  static Finding port(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return Finding.ok("port", socket.getLocalPort() + " is free");
    } catch (IOException e) {
      return Finding.limited(
          "port", port + " is taken", "the console will need another one; nothing else does");
    }
  }

  static Finding catalogue(Optional<Path> directory) {
    try {
      var read = directory.map(Catalogue::in).orElseGet(Catalogue::builtIn);
      return Finding.ok(
          "catalogue", read.version() + ", " + read.resourceTypes().size() + " resource types");
    } catch (CatalogueException e) {
      return Finding.missing("catalogue", "faulty", e.getMessage());
    }
  }

  private static String megabytes(long bytes) {
    return "%,d MB".formatted(bytes >> 20);
  }

  /** The version that a program prints; empty when it is not there or does not answer. */
  private static Optional<String> version(String... command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      var version = VERSION.matcher(output);
      return process.exitValue() == 0 && version.find()
          ? Optional.of(version.group())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
