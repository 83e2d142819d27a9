// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.files;

import io.breakwater.core.input.JsonDocuments;
import io.breakwater.flink.Sources;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.WireTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** Findings out of files, each read once and by one task; the stream ends with the last of them. */
public final class FindingFiles implements Sources {
  /** Enough for the largest record that any source delivers, and for noise to be seen as such. */
  public static final int MAX_RECORD_BYTES = 16 << 20;

  private final List<Path> files;

  /**
   * @param files JSON, NDJSON, concatenated JSON or arrays of it, plain or gzip
   */
  public FindingFiles(List<Path> files) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("there is no file to read");
    }
    this.files = List.copyOf(files);
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
        .flatMap(new ReadRecords(), WireTypes.RECORD)
        .name("read findings")
        .uid("read-findings");
  }

  private static final class ReadRecords implements FlatMapFunction<String, Record> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(String file, Collector<Record> out) throws IOException {
      try (var documents =
          JsonDocuments.of(Files.newInputStream(Path.of(file)), MAX_RECORD_BYTES)) {
        long index = 0;
        for (var next = documents.next(); next.isPresent(); next = documents.next()) {
          out.collect(new Record(next.get(), file, Long.toString(index++)));
        }
      } catch (IOException e) {
        throw new IOException("cannot read " + file + ": " + e.getMessage(), e);
      }
    }
  }
}
