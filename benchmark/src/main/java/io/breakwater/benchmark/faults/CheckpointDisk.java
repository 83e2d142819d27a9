// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Where checkpoints go: a file system of its own where this process may make one, which can really
 * be full. Where it may not, the folder is taken away instead.
 */
final class CheckpointDisk implements AutoCloseable {
  private static final int MEBIBYTES = 256;
  private static final int BLOCK = 1 << 20;
  private static final long PATIENCE_SECONDS = 10;

  private final Path folder;
  private final Path away;
  private final boolean isMounted;
  private final Thread exitHook = new Thread(this::unmount, "unmount the checkpoints");

  private CheckpointDisk(Path folder, boolean isMounted) {
    this.folder = folder;
    this.away = folder.resolveSibling(folder.getFileName() + "-away");
    this.isMounted = isMounted;
    Runtime.getRuntime().addShutdownHook(exitHook);
  }

  static CheckpointDisk at(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    boolean isMounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + MEBIBYTES + "m", "tmpfs", folder.toString());
    return new CheckpointDisk(folder, isMounted);
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  Path folder() {
    return folder;
  }

  /** Whether it can be full, and not only be gone. */
  boolean canBeFull() {
    return isMounted;
  }

  /** From now on nothing can be written. */
  void fill() throws IOException {
    if (!isMounted) {
      Files.move(folder, away);
      Files.createFile(folder);
      return;
    }
    try (var out = Files.newOutputStream(filler())) {
      var block = new byte[BLOCK];
      for (int i = 0; i < MEBIBYTES; i++) {
        out.write(block);
      }
    } catch (IOException e) {
      // That is what it is for: there is no room any more.
    }
    try (var out = Files.newOutputStream(folder.resolve("filler-of-the-rest"))) {
      while (true) {
        out.write(0);
      }
    } catch (IOException e) {
      // As above, to the byte.
    }
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  /** There is room again. */
  void free() throws IOException {
    if (!isMounted) {
      Files.delete(folder);
      Files.move(away, folder);
      return;
    }
    Files.deleteIfExists(filler());
    Files.deleteIfExists(folder.resolve("filler-of-the-rest"));
  }

  @Override
  public void close() {
    unmount();
    try {
      Runtime.getRuntime().removeShutdownHook(exitHook);
    } catch (IllegalStateException e) {
      // The machine is going down, and the hook is running: it finds nothing left to unmount.
    }
  }

  private void unmount() {
    if (isMounted) {
      try {
        run("umount", "-l", folder.toString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
