// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.cluster;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a distribution of Flink has in its {@code lib} folder, out of the class path of this
 * process. Nothing of a job is in it, so that one that starts has brought all that it needs.
 */
final class FlinkLibraries {
  private static final Pattern OF_FLINK =
      Pattern.compile(
          "(flink-(?!connector-kinesis|metrics-dropwizard|test-utils|.*-tests).*"
              + "|aws-kinesisanalytics-runtime|frocksdbjni|commons-.*|chill-java|kryo|minlog"
              + "|objenesis|javassist|lz4-java|snappy-java|jsr305|async-profiler"
              + "|log4j-.*|slf4j-api|snakeyaml-engine)-[0-9].*\\.jar");

  private FlinkLibraries() {}

  static String classPath() {
    var jars = jars();
    if (jars.stream().noneMatch(jar -> jar.getFileName().toString().startsWith("flink-runtime"))) {
      throw new IllegalStateException("no flink-runtime is on the class path of this process");
    }
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static List<Path> jars() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> OF_FLINK.matcher(path.getFileName().toString()).matches())
        .toList();
  }
}
