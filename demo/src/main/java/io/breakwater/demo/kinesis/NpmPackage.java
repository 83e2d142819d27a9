// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.kinesis;

import io.breakwater.demo.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/**
 * A package of npm, installed as its lock file says, once a user and lock file.
 *
 * <p>Lives in the user's cache, not in the build: the command line needs it where there is no
 * source tree, and {@code mvn clean} does not throw it away.
 */
final class NpmPackage {
  private static final long PATIENCE_MINUTES = 5;

  private final String name;
  private final String npm;
  private final Path cache;

  NpmPackage(String name) {
    this(name, "npm", cacheOfTheUser());
  }

  NpmPackage(String name, String npm, Path cache) {
    this.name = name;
    this.npm = npm;
    this.cache = cache;
  }

  private static Path cacheOfTheUser() {
    var configured = System.getenv("XDG_CACHE_HOME");
    var caches =
        configured == null || configured.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(configured);
    return caches.resolve("breakwater");
  }

  /**
   * Installs what is missing; the first time this takes as long as the download.
   *
   * @return the folder of the installed package
   * @throws IOException when npm is missing or fails, saying what to do
   */
  Path install() throws IOException, InterruptedException {
    var lock = resource("package-lock.json");
    var target = cache.resolve(name + "-" + digest(lock));
    var installed = target.resolve("node_modules").resolve(name);
    if (Files.isDirectory(installed)) {
      return installed;
    }
    Files.createDirectories(cache);
    var fresh = Files.createTempDirectory(cache, name + "-installing-");
    try {
      Files.write(fresh.resolve("package.json"), resource("package.json"));
      Files.write(fresh.resolve("package-lock.json"), lock);
      npmInstall(fresh);
      moveUnlessThere(fresh, target);
    } finally {
      delete(fresh);
    }
    return installed;
  }

  private void npmInstall(Path directory) throws IOException, InterruptedException {
    var log = directory.resolve("npm.log");
    var command = new ProcessBuilder(npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts");
    command.directory(directory.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    Process process;
    try {
      process = command.start();
    } catch (IOException e) {
      throw new IOException(
          "cannot run npm to install "
              + name
              + ": "
              + e.getMessage()
              + "; install Node.js 20 or later, which brings it",
          e);
    }
    boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (!ended || process.exitValue() != 0) {
      throw new IOException(
          "npm could not install "
              + name
              + (ended ? "" : " within " + PATIENCE_MINUTES + " minutes")
              + "; is its registry reachable from here? It said:\n"
              + ServerProcess.tail(log));
    }
  }

  /** Another process may have been faster: its copy is as good. */
  private static void moveUnlessThere(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
    }
  }

  private byte[] resource(String file) throws IOException {
    try (var in = NpmPackage.class.getResourceAsStream("/" + name + "/" + file)) {
      if (in == null) {
        throw new IOException(file + " is not on the class path; build the demo module again");
      }
      return in.readAllBytes();
    }
  }

  private static String digest(byte[] bytes) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (var walk = Files.walk(directory)) {
      walk.sorted(Comparator.reverseOrder()).forEach(NpmPackage::deleteOne);
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path, e);
    }
  }
}
