// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The consumer in Node.js, with the packages that its lock file names. */
final class NodeProgram {
  static final Path DIRECTORY = Path.of("..", "node");

  private static final Path LOCK = DIRECTORY.resolve("package-lock.json");
  private static final Path INSTALLED = DIRECTORY.resolve("node_modules/.package-lock.json");
  private static final long PATIENCE_MINUTES = 5;

  private NodeProgram() {}

  /** Installs the packages where they are missing or older than the lock file. */
  static synchronized void install() throws IOException, InterruptedException {
    if (Files.exists(INSTALLED)
        && Files.getLastModifiedTime(INSTALLED).compareTo(Files.getLastModifiedTime(LOCK)) >= 0) {
      return;
    }
    var log = Files.createTempFile("npm", ".log");
    try {
      var npm = List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
      int exit = run(npm, log);
      if (exit != 0) {
        throw new IOException("npm ci failed in " + DIRECTORY + ": " + Files.readString(log));
      }
    } finally {
      Files.delete(log);
    }
  }

  /** Runs a command in the directory of the program, for as long as it takes. */
  static int run(List<String> command, Path out) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(new ArrayList<>(command))
            .directory(DIRECTORY.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        throw new IOException(command + " does not end; it said: " + Files.readString(out));
      }
      return process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
