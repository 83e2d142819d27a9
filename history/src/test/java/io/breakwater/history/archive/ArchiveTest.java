// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.archive;

import io.breakwater.core.time.TimeRange;
import io.breakwater.demo.kinesis.KinesisLocal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An archive of a fake of EventBridge, new for each test, and a stream on a server for all. */
abstract class ArchiveTest {
  @TempDir private static Path serverDirectory;
  static KinesisLocal server;

  @TempDir Path directory;
  Replays replays;
  FakeEventBridge bridge;
  TimeRange range;

  @BeforeAll
  static void startServer() throws Exception {
    server = KinesisLocal.start(serverDirectory);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void makeArchive() throws Exception {
    replays = new Replays(server);
    bridge = replays.bridge();
    range = replays.range();
  }

  @AfterEach
  void stopBridge() {
    replays.close();
  }
}
