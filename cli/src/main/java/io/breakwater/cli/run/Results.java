// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.run;

import io.breakwater.cli.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/**
 * The files that a run leaves in its output directory. They are written aside and put in place
 * together: those of an earlier run stay whole until the new ones are complete, and then go; other
 * files are not touched. What is not complete when the command is interrupted is taken away.
 */
final class Results implements AutoCloseable {
  private static final int ATTEMPTS = 10;

  private final Path directory;
  private final Path aside;
  private final Path complete;
  private final Thread interrupted = new Thread(this::discard, "take away what is incomplete");

  private Results(Path directory, Path aside) throws IOException {
    this.directory = directory;
    this.aside = aside;
    this.complete = Files.createDirectory(aside.resolve("complete"));
    Runtime.getRuntime().addShutdownHook(interrupted);
  }

  /**
   * Makes the directory when it is not there.
   *
   * @throws Failure when nothing can be written to it
   */
  static Results in(Path directory) {
    try {
      Files.createDirectories(directory);
      return new Results(directory, Files.createTempDirectory(directory, ".run-"));
    } catch (IOException e) {
      throw new Failure("cannot write to " + directory + ": " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof FileAlreadyExistsException) {
      return "it is no directory";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof FileSystemException refused && refused.getReason() != null
        ? refused.getReason()
        : e.toString();
  }

  /** Where tasks write what becomes part of the results. */
  Path parts() {
    return aside;
  }

  /** Where to write one of the results. */
  Path file(String name) {
    return complete.resolve(name);
  }

  /** Puts all that was written in the place of what was there before. */
  void publish() throws IOException {
    try (var files = Files.list(complete)) {
      for (var file : files.toList()) {
        Files.move(
            file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Takes away what is not published. */
  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    } catch (IllegalStateException e) {
      // The machine goes down, and the hook does the rest.
      return;
    }
    delete();
  }

  /** The job may still be writing. */
  private void discard() {
    for (int attempt = 0; attempt < ATTEMPTS && Files.exists(aside); attempt++) {
      try {
        delete();
      } catch (IOException | UncheckedIOException e) {
        // Something came or went meanwhile: once more.
      }
    }
  }

  private void delete() throws IOException {
    try (var walk = Files.walk(aside)) {
      for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
