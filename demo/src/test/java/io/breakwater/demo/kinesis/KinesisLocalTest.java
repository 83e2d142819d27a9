// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KinesisLocalTest {
  @TempDir private Path directory;

  @Test
  void what_is_written_to_a_stream_can_be_read_back() throws Exception {
    try (var server = KinesisLocal.start(directory)) {
      server.createStream("findings", 1);
      var writer = new StreamWriter(server.client(), "findings", new NoneRefused());
      var reader = new StreamReader(server.client(), "findings");

      writer.add("key", "first".getBytes(StandardCharsets.UTF_8));
      writer.add("key", "second".getBytes(StandardCharsets.UTF_8));
      writer.flush();

      assertThat(server.streams()).containsExactly("findings");
      assertThat(reader.poll())
          .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
          .containsExactly("first", "second");
    }
  }

  @Test
  void nothing_runs_any_more_once_it_is_closed() throws Exception {
    var before = new HashSet<>(ProcessHandle.current().descendants().toList());
    var server = KinesisLocal.start(directory);
    var started = new ArrayList<>(ProcessHandle.current().descendants().toList());
    started.removeAll(before);

    server.close();

    assertThat(started).isNotEmpty().noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void it_listens_on_one_address_only() throws Exception {
    try (var server = KinesisLocal.start(directory)) {
      int port = server.endpoint().getPort();

      // Whoever listened on all addresses would hold this one as well.
      try (var other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.2"))) {
        assertThat(other.isBound()).isTrue();
      }
    }
  }

  private static final class NoneRefused implements Receipts {
    @Override
    public void accepted(byte[] data, String shardId, String sequenceNumber) {}

    @Override
    public void refused(byte[] data, String reason) {
      throw new AssertionError(reason);
    }
  }
}
