// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import io.breakwater.flink.Sources;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.WireTypes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Stands between a source and the job: remembers what was read, and fails once when it is told. */
final class Witness implements Sources {
  /** Tasks of a MiniCluster run in this process, and can be reached by statics alone. */
  private static final Map<Integer, Set<String>> READ = new ConcurrentHashMap<>();

  private static final AtomicBoolean FAIL = new AtomicBoolean();

  private final Sources witnessed;

  Witness(Sources witnessed) {
    this.witnessed = witnessed;
    READ.clear();
    FAIL.set(false);
  }

  /** Where the records stood that an attempt of the job read, 0 being the first one. */
  Set<String> readBy(int attempt) {
    return READ.computeIfAbsent(attempt, number -> ConcurrentHashMap.newKeySet());
  }

  /** Whichever task reads the next record fails. */
  void failOnce() {
    FAIL.set(true);
  }

  @Override
  public DataStream<Record> findings(StreamExecutionEnvironment env) {
    return witnessed.findings(env).map(new Remember()).returns(WireTypes.RECORD).uid("witness");
  }

  private static final class Remember extends RichMapFunction<Record, Record> {
    private static final long serialVersionUID = 1L;

    @Override
    public Record map(Record record) {
      if (FAIL.compareAndSet(true, false)) {
        throw new IllegalStateException("this task was told to fail");
      }
      int attempt = getRuntimeContext().getTaskInfo().getAttemptNumber();
      READ.computeIfAbsent(attempt, number -> ConcurrentHashMap.newKeySet()).add(record.position());
      return record;
    }
  }
}
