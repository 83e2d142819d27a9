// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.files;

import io.breakwater.flink.Sources;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.WireTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** Findings out of files, each read once and by one task; the stream ends with the last of them. */
public final class FindingFiles implements Sources {
  /** The accumulator that tells how many bytes of the files were read so far. */
  public static final String BYTES_READ = "files.bytes.read";

  private final List<Path> files;
  private final RecordFormat format;

  /**
   * @param format what kind of files they are
   */
  public FindingFiles(List<Path> files, RecordFormat format) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("there is no file to read");
    }
    this.files = List.copyOf(files);
    this.format = format;
  }

  /**
   * Not with Flink's FileSource: it asks its coordinator for every single file, which takes longer
   * than to read it where a file holds one finding, and leaves out hidden files without a word.
   */
  @Override
  public DataStream<Record> findings(StreamExecutionEnvironment env) {
    var names = files.stream().map(Path::toString).collect(Collectors.toList());
    return env.fromData(names, Types.STRING)
        .name("list files")
        .uid("list-files")
        .flatMap(new ReadRecords(format), WireTypes.RECORD)
        .name("read findings")
        .uid("read-findings");
  }

  private static final class ReadRecords extends RichFlatMapFunction<String, Record> {
    private static final long serialVersionUID = 1L;

    private final RecordFormat format;
    private transient LongCounter bytes;

    ReadRecords(RecordFormat format) {
      this.format = format;
    }

    @Override
    public void open(OpenContext context) {
      bytes = getRuntimeContext().getLongCounter(BYTES_READ);
    }

    @Override
    public void flatMap(String file, Collector<Record> out) throws IOException {
      try (var records = format.open(Path.of(file))) {
        long before = 0;
        for (var next = records.next(); next.isPresent(); next = records.next()) {
          out.collect(next.get());
          bytes.add(records.position() - before);
          before = records.position();
        }
        bytes.add(Files.size(Path.of(file)) - before);
      } catch (IOException e) {
        var why = e.getMessage() == null ? "it breaks off" : e.getMessage();
        throw new IOException("cannot read " + file + ": " + why, e);
      }
    }
  }
}
