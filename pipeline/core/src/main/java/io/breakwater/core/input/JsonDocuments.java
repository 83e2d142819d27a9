// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.input;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Cuts a stream of bytes into records: JSON objects one after the other, with or without anything
 * between them, one a line or over many, or as the elements of arrays; gzip is recognised by
 * content, several members included; a byte order mark at the start is passed over.
 *
 * <p>Only cuts, does not parse. What is no JSON object is handed out as it is, a line at a time,
 * and an object that breaks off is ended where another one evidently begins, on the next line or
 * right behind it: so one broken record does not swallow those behind it (at worst the next one,
 * where it breaks off before a value), and every byte that is not white space, or a bracket or
 * comma between records, ends up in exactly one record.
 */
public final class JsonDocuments implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final InputStream in;
  private final int maxBytes;
  private byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;

  private JsonDocuments(InputStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /**
   * @param maxBytes a record that is longer is cut there, and goes on as the next record
   */
  public static JsonDocuments of(InputStream in, int maxBytes) throws IOException {
    return new JsonDocuments(unpacked(in), maxBytes);
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    var peek = new Peekable(in);
    if (peek.startsWith(GZIP_MAGIC)) {
      peek = new Peekable(new GZIPInputStream(peek, BUFFER));
    }
    if (peek.startsWith(BYTE_ORDER_MARK)) {
      peek.readNBytes(BYTE_ORDER_MARK.length);
    }
    return peek;
  }

  /** The next record; empty at the end of the stream. */
  public Optional<byte[]> next() throws IOException {
    int start = nextAfterSeparators();
    if (start < 0) {
      return Optional.empty();
    }
    var record = new ByteArrayOutputStream(4096);
    record.write(start);
    if (start == '{') {
      object(record);
    } else {
      line(record);
    }
    return Optional.of(record.toByteArray());
  }

  private int nextAfterSeparators() throws IOException {
    int next = read();
    while (isSpace(next) || next == '[' || next == ']' || next == ',') {
      next = read();
    }
    return next;
  }

  private void line(ByteArrayOutputStream record) throws IOException {
    while (record.size() < maxBytes) {
      int next = read();
      if (next < 0 || next == '\n') {
        return;
      }
      record.write(next);
    }
  }

  /** Up to the bracket that closes the object, or to where it evidently broke off. */
  private void object(ByteArrayOutputStream record) throws IOException {
    var cut = new ObjectCut();
    while (record.size() < maxBytes && (position < limit || fill())) {
      int begin = position;
      int room = maxBytes - record.size();
      position = cut.advance(buffer, position, position + Math.min(limit - position, room));
      record.write(buffer, begin, position - begin);
      if (cut.ended()) {
        giveBack(record, cut.end());
        return;
      }
    }
  }

  /** What was taken of the next record is read again. */
  private void giveBack(ByteArrayOutputStream record, int end) {
    int surplus = record.size() - end;
    if (surplus == 0) {
      return;
    }
    var taken = record.toByteArray();
    record.reset();
    record.write(taken, 0, end);
    if (position < surplus) {
      // It began in the chunk before.
      var longer = new byte[surplus + limit];
      System.arraycopy(buffer, 0, longer, surplus, limit);
      buffer = longer;
      position += surplus;
      limit += surplus;
    }
    position -= surplus;
    System.arraycopy(taken, end, buffer, position, surplus);
  }

  private static boolean isSpace(int value) {
    return value == ' ' || value == '\n' || value == '\r' || value == '\t';
  }

  private int read() throws IOException {
    return position < limit || fill() ? buffer[position++] & 0xff : -1;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static final class Peekable extends PushbackInputStream {
    Peekable(InputStream in) {
      super(new BufferedInputStream(in, BUFFER), BYTE_ORDER_MARK.length);
    }

    boolean startsWith(byte[] prefix) throws IOException {
      var head = readNBytes(prefix.length);
      unread(head);
      return Arrays.equals(head, prefix);
    }

    /**
     * At least one where a byte is to come: what unpacks gzip takes none for the end, and would
     * pass over the members that a slow source has yet to send.
     */
    @Override
    public int available() throws IOException {
      int next = read();
      if (next < 0) {
        return 0;
      }
      unread(next);
      return Math.max(1, super.available());
    }
  }
}
