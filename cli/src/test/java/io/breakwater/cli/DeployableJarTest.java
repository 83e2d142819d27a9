// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is uploaded: the service loads Java 11 at most, and has Flink itself. */
final class DeployableJarTest {
  /** Made by the builds of the jobs, before this module is tested. */
  private enum Jar {
    CORRELATION("flink", "breakwater-correlation.jar", "io/breakwater/flink/CorrelationJobMain"),
    RESPONSE("response", "breakwater-response.jar", "io/breakwater/response/ResponseJobMain");

    private final Path path;
    private final String main;

    Jar(String module, String name, String main) {
      this.path = Path.of("..", "pipeline", module, "target", name);
      this.main = main + ".class";
    }
  }

  private static final long MOST_BYTES = 150L << 20;
  private static final int JAVA_11 = 55;
  private static final int CLASS_FILE = 0xCAFEBABE;

  /** What the service has, or decides. */
  private static final List<String> PROVIDED =
      List.of(
          "org/apache/flink/api/",
          "org/apache/flink/client/",
          "org/apache/flink/configuration/",
          "org/apache/flink/connector/base/",
          "org/apache/flink/contrib/streaming/state/",
          "org/apache/flink/core/",
          "org/apache/flink/runtime/",
          "org/apache/flink/streaming/api/",
          "org/apache/flink/streaming/runtime/",
          "org/rocksdb/",
          "com/amazonaws/services/kinesisanalytics/",
          "org/apache/logging/",
          "org/slf4j/",
          "log4j",
          "logback");

  @ParameterizedTest
  @EnumSource
  void every_class_loads_on_java_11(Jar made) throws IOException {
    assumeThat(made.path).as("the jar of a job, which 'mvn package' makes").isRegularFile();
    var tooNew = new ArrayList<String>();
    try (var jar = new ZipFile(made.path.toFile())) {
      for (var entry : entries(jar)) {
        if (entry.getName().endsWith(".class") && level(jar, entry) > JAVA_11) {
          tooNew.add(entry.getName());
        }
      }
    }

    assertThat(tooNew).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_in_it_that_the_service_provides(Jar made) throws IOException {
    assumeThat(made.path).as("the jar of a job, which 'mvn package' makes").isRegularFile();
    try (var jar = new ZipFile(made.path.toFile())) {
      assertThat(entries(jar))
          .extracting(ZipEntry::getName)
          .contains(made.main)
          .noneMatch(name -> PROVIDED.stream().anyMatch(name::startsWith) && !name.endsWith("/"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void it_is_smaller_than_the_service_would_take(Jar made) throws IOException {
    assumeThat(made.path).as("the jar of a job, which 'mvn package' makes").isRegularFile();
    assertThat(Files.size(made.path)).isBetween(1L << 20, MOST_BYTES);
  }

  private static List<ZipEntry> entries(ZipFile jar) {
    return jar.stream().map(ZipEntry.class::cast).toList();
  }

  private static int level(ZipFile jar, ZipEntry entry) throws IOException {
    try (var in = new DataInputStream(jar.getInputStream(entry))) {
      assertThat(in.readInt()).as(entry.getName()).isEqualTo(CLASS_FILE);
      in.readUnsignedShort();
      return in.readUnsignedShort();
    }
  }
}
