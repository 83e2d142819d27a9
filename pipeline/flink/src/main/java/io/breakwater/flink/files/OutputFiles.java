// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.files;

import io.breakwater.flink.Sinks;
import io.breakwater.flink.types.Output;
import java.nio.file.Path;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Writes each output into a folder of its own, one NDJSON file a task. For runs that end. */
public final class OutputFiles implements Sinks {
  public static final String EXPOSURES = "exposures";
  public static final String CHOKE_POINTS = "choke-points";
  public static final String CERTIFICATES = "certificates";
  public static final String DEAD_LETTERS = "dead-letters";

  private final Path directory;

  public OutputFiles(Path directory) {
    this.directory = directory;
  }

  @Override
  public void exposures(DataStream<Output> revisions) {
    write(revisions, EXPOSURES);
  }

  @Override
  public void chokePoints(DataStream<Output> points) {
    write(points, CHOKE_POINTS);
  }

  @Override
  public void certificates(DataStream<Output> revisions) {
    write(revisions, CERTIFICATES);
  }

  @Override
  public void deadLetters(DataStream<Output> letters) {
    write(letters, DEAD_LETTERS);
  }

  private void write(DataStream<Output> stream, String name) {
    stream
        .sinkTo(new NdjsonSink(directory.resolve(name).toString()))
        .name("write " + name)
        .uid("write-" + name);
  }
}
