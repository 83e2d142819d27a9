// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program to be run to its end. */
public final class Program {
  private final ProcessBuilder process;
  private final Map<String, Runnable> reactions = new HashMap<>();

  private Program(ProcessBuilder process) {
    this.process = process;
  }

  public static Program of(String name, String... arguments) {
    var command = new ArrayList<>(List.of(name));
    command.addAll(List.of(arguments));
    return new Program(new ProcessBuilder(command).redirectErrorStream(true));
  }

  public Program in(Path directory) {
    process.directory(directory.toFile());
    return this;
  }

  public Program with(String variable, String value) {
    process.environment().put(variable, value);
    return this;
  }

  /** Does something whenever it writes this line. */
  Program when(String line, Runnable then) {
    reactions.put(line, then);
    return this;
  }

  /** Waits for it; it is given nothing to read. */
  public Ended run() throws IOException {
    var running = process.start();
    running.getOutputStream().close();
    var output = new StringBuilder();
    try (var lines = running.inputReader(StandardCharsets.UTF_8)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        reactions.getOrDefault(line, () -> {}).run();
      }
    }
    try {
      return new Ended(running.waitFor(), output.toString());
    } catch (InterruptedException e) {
      running.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + process.command() + " ran", e);
    }
  }

  /** How it ended, and what it wrote. */
  public record Ended(int exit, String output) {}
}
