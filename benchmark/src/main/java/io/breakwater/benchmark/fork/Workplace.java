// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.fork;

import io.breakwater.benchmark.Contender;
import io.breakwater.benchmark.Plan;
import io.breakwater.benchmark.corpus.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.util.FileUtils;

/**
 * The workers of a run and the directory they share. Both are gone when it is closed, and when this
 * JVM is told to end.
 */
public final class Workplace implements AutoCloseable {
  private final Path directory;
  private final Map<Contender, WorkerProcess> workers = new EnumMap<>(Contender.class);
  private final Thread emergencyExit = new Thread(this::tearDown, "end of workers");

  private Workplace(Path directory) {
    this.directory = directory;
    Runtime.getRuntime().addShutdownHook(emergencyExit);
  }

  public static Workplace make() throws IOException {
    return new Workplace(Files.createTempDirectory("breakwater-bench"));
  }

  public Path directory() {
    return directory;
  }

  /** Starts a worker for each contender, over the corpus in the directory. */
  public Map<Contender, WorkerProcess> staff(Plan plan, Corpus corpus) throws IOException {
    for (var contender : Contender.values()) {
      workers.put(contender, WorkerProcess.start(contender, plan, directory, corpus));
    }
    return workers;
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(emergencyExit);
    workers.values().forEach(WorkerProcess::close);
    delete();
  }

  private void tearDown() {
    workers.values().forEach(WorkerProcess::kill);
    delete();
  }

  /** The job that ran last may still be cleaning up after itself in there. */
  private void delete() {
    try {
      FileUtils.deleteDirectory(directory.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
