// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Where a kind of event goes: to a reader, or aside with a reason. */
final class Route {
  private final Format format;
  private final FindingReader reader;

  private Route(Format format, FindingReader reader) {
    this.format = format;
    this.reader = reader;
  }

  static Route to(Format format, FindingReader reader) {
    return new Route(format, reader);
  }

  static Route ignore(Format format, IgnoredReason reason, String detail) {
    return new Route(
        format,
        (parser, envelope, into) -> {
          parser.skipChildren();
          into.add(Part.ignored(reason, detail));
        });
  }

  Format format() {
    return format;
  }

  /** Reads the object the parser stands on; leaves at least one part behind. */
  void read(JsonParser parser, Envelope envelope, Decoded.Builder into) throws IOException {
    into.format(format);
    reader.read(parser, envelope, into);
    if (into.isEmpty()) {
      into.add(Part.ignored(IgnoredReason.NO_FINDINGS, "the event carries no finding"));
    }
  }
}
