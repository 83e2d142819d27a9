// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.files;

import io.breakwater.flink.Sources;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.WireTypes;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Findings out of files, each read once and by one task; the stream ends with the last of them. */
public final class FindingFiles implements Sources {
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

  @Override
  public DataStream<Record> findings(StreamExecutionEnvironment env) {
    var paths =
        files.stream()
            .map(file -> new org.apache.flink.core.fs.Path(file.toUri()))
            .toArray(org.apache.flink.core.fs.Path[]::new);
    var source = FileSource.forBulkFileFormat(new RecordFormat(), paths).build();
    return env.fromSource(
            source, WatermarkStrategy.noWatermarks(), "read findings", WireTypes.RECORD)
        .uid("read-findings");
  }
}
