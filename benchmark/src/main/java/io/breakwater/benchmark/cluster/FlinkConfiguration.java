// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the processes of a cluster are configured with. */
final class FlinkConfiguration {
  /** The file that says what is logged. */
  static final String LOGGING = "log4j.properties";

  private FlinkConfiguration() {}

  /**
   * Writes it into the folder that the processes are started with.
   *
   * @param settings what else, or otherwise
   */
  static void write(
      Path directory, Path checkpoints, int restPort, int rpcPort, Map<String, String> settings)
      throws IOException {
    var all = new LinkedHashMap<String, String>();
    all.put("jobmanager.rpc.address", "127.0.0.1");
    all.put("jobmanager.rpc.port", Integer.toString(rpcPort));
    all.put("jobmanager.bind-host", "127.0.0.1");
    all.put("rest.address", "127.0.0.1");
    all.put("rest.bind-address", "127.0.0.1");
    all.put("rest.port", Integer.toString(restPort));
    all.put("rest.bind-port", Integer.toString(restPort));
    all.put("taskmanager.host", "127.0.0.1");
    all.put("taskmanager.bind-host", "127.0.0.1");
    all.put("taskmanager.numberOfTaskSlots", "1");
    all.put("taskmanager.cpu.cores", "1.0");
    // What the scripts of Flink work out from the size of the process.
    all.put("taskmanager.memory.framework.heap.size", "128m");
    all.put("taskmanager.memory.framework.off-heap.size", "128m");
    all.put("taskmanager.memory.jvm-metaspace.size", "256m");
    all.put("taskmanager.memory.jvm-overhead.min", "192m");
    all.put("taskmanager.memory.jvm-overhead.max", "192m");
    all.put("taskmanager.memory.task.heap.size", "320m");
    all.put("taskmanager.memory.task.off-heap.size", "64m");
    all.put("taskmanager.memory.network.min", "64m");
    all.put("taskmanager.memory.network.max", "64m");
    all.put("taskmanager.memory.managed.size", "256m");
    all.put("io.tmp.dirs", Files.createDirectories(directory.resolve("tmp")).toString());
    all.put("state.backend.type", "rocksdb");
    all.put("execution.checkpointing.incremental", "true");
    all.put("execution.checkpointing.dir", checkpoints.toUri().toString());
    all.put("execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
    all.put("execution.checkpointing.num-retained", "2");
    // As the service: what a program sets itself fails it, but for what is allowed there.
    all.put("execution.program-config.enabled", "false");
    all.put(
        "execution.program-config.wildcards", "[pipeline.max-parallelism, pipeline.object-reuse]");
    all.putAll(settings);
    var lines = all.entrySet().stream().map(set -> set.getKey() + ": " + set.getValue()).toList();
    Files.write(directory.resolve("config.yaml"), lines);
    Files.writeString(
        directory.resolve(LOGGING),
        """
        rootLogger.level = WARN
        rootLogger.appenderRef.console.ref = Console
        appender.console.name = Console
        appender.console.type = Console
        appender.console.layout.type = PatternLayout
        appender.console.layout.pattern = %d{HH:mm:ss.SSS} %p %c{1} %m%n
        """);
  }
}
