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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is uploaded: the service loads Java 11 at most, and has Flink itself. */
final class DeployableJarTest {
  /** Made by the build of the job, before this module is tested. */
  private static final Path JAR =
      Path.of("..", "pipeline", "flink", "target", "breakwater-correlation.jar");

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

  @BeforeEach
  void is_made() {
    assumeThat(JAR).as("the jar of the job, which 'mvn package' makes").isRegularFile();
  }

  @Test
  void every_class_loads_on_java_11() throws IOException {
    var tooNew = new ArrayList<String>();
    try (var jar = new ZipFile(JAR.toFile())) {
      for (var entry : entries(jar)) {
        if (entry.getName().endsWith(".class") && level(jar, entry) > JAVA_11) {
          tooNew.add(entry.getName());
        }
      }
    }

    assertThat(tooNew).isEmpty();
  }

  @Test
  void nothing_is_in_it_that_the_service_provides() throws IOException {
    try (var jar = new ZipFile(JAR.toFile())) {
      assertThat(entries(jar))
          .extracting(ZipEntry::getName)
          .contains("io/breakwater/flink/CorrelationJobMain.class")
          .noneMatch(name -> PROVIDED.stream().anyMatch(name::startsWith) && !name.endsWith("/"));
    }
  }

  @Test
  void it_is_smaller_than_the_service_would_take() throws IOException {
    assertThat(Files.size(JAR)).isBetween(1L << 20, MOST_BYTES);
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
