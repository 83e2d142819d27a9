// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The two consumers, run as those who read the streams run them. */
enum Program {
  JAVA {
    @Override
    List<String> command() {
      return List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:TieredStopAtLevel=1",
          "-cp",
          System.getProperty("java.class.path"),
          Main.class.getName());
    }
  },
  NODE {
    @Override
    List<String> command() throws IOException, InterruptedException {
      NodeProgram.install();
      return List.of("node", NodeProgram.DIRECTORY.resolve("src/main.js").toString());
    }
  };

  Program other() {
    return this == JAVA ? NODE : JAVA;
  }

  abstract List<String> command() throws IOException, InterruptedException;

  /**
   * Starts it.
   *
   * @param log where its lines go, one after another run
   */
  ProgramRun start(Path log, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(command());
    command.addAll(List.of(arguments));
    var out = Files.createDirectories(log).resolve("out");
    var errors = log.resolve("errors");
    var builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    builder.environment().put("AWS_ACCESS_KEY_ID", "local");
    builder.environment().put("AWS_SECRET_ACCESS_KEY", "local");
    return new ProgramRun(this, builder.start(), out, errors);
  }
}
