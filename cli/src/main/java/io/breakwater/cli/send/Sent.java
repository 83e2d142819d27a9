// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.send;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * What became of the records of files.
 *
 * @param read how many there were
 * @param accepted how many of them the stream has
 */
public record Sent(String stream, long read, long accepted, double seconds) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Whether the stream has all of them. */
  public boolean isComplete() {
    return accepted == read;
  }

  private long refused() {
    return read - accepted;
  }

  /** For people. */
  public String toText() {
    return String.format(
        Locale.ROOT,
        "%,d of %,d records sent to stream %s in %.1f s (%,.0f a second)%s",
        accepted,
        read,
        stream,
        seconds,
        accepted / seconds,
        isComplete() ? "" : String.format(Locale.ROOT, ", %,d refused", refused()));
  }

  public String toJson() {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("stream", stream);
      json.writeNumberField("read", read);
      json.writeNumberField("accepted", accepted);
      json.writeNumberField("refused", refused());
      json.writeNumberField("elapsedSeconds", Math.round(seconds * 1000) / 1000.0);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
