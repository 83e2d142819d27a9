// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.files;

import io.breakwater.flink.types.Output;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** Appends JSON lines to {@code part-<task>.ndjson}; complete when the job has ended. */
final class NdjsonSink implements Sink<Output> {
  private static final long serialVersionUID = 1L;

  private final String directory;

  NdjsonSink(String directory) {
    this.directory = directory;
  }

  @Override
  @SuppressWarnings("deprecation") // Flink 1.20 still has it as the abstract one.
  public SinkWriter<Output> createWriter(InitContext context) throws IOException {
    var folder = Files.createDirectories(Path.of(directory));
    int task = context.getTaskInfo().getIndexOfThisSubtask();
    return new Writer(folder.resolve("part-" + task + ".ndjson"));
  }

  private static final class Writer implements SinkWriter<Output> {
    private final OutputStream out;

    Writer(Path file) throws IOException {
      out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    @Override
    public void write(Output element, Context context) throws IOException {
      out.write(element.json());
      out.write('\n');
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
