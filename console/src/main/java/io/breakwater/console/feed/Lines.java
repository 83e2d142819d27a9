// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.feed;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/** The complete lines of a file from a place on; what is empty is no line. */
final class Lines implements Closeable {
  /** Of a line that is longer the beginning is read, which is no record then. */
  static final int LONGEST = 4 << 20;

  private static final int BUFFER = 1 << 16;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long offset;

  private Lines(FileChannel channel, long offset) {
    this.channel = channel;
    this.offset = offset;
  }

  static Lines of(Path file, long offset) throws IOException {
    return new Lines(FileChannel.open(file).position(offset), offset);
  }

  /** A line, and where it begins. */
  static final class Line {
    private final long offset;
    private final byte[] bytes;

    private Line(long offset, byte[] bytes) {
      this.offset = offset;
      this.bytes = bytes;
    }

    long offset() {
      return offset;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /** Empty at the end, also where a line has begun that is not complete. */
  Optional<Line> next() throws IOException {
    long start = offset;
    line.reset();
    while (buffer.hasRemaining() || fill()) {
      byte next = buffer.get();
      offset++;
      if (next != '\n') {
        if (line.size() < LONGEST) {
          line.write(next);
        }
      } else if (isBlank()) {
        line.reset();
        start = offset;
      } else {
        return Optional.of(new Line(start, line.toByteArray()));
      }
    }
    return Optional.empty();
  }

  private boolean isBlank() {
    return line.size() == 0 || (line.size() == 1 && line.toByteArray()[0] == '\r');
  }

  private boolean fill() throws IOException {
    buffer.clear();
    int read = channel.read(buffer);
    buffer.flip();
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
