// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.api;

import io.breakwater.console.index.Reader;
import io.breakwater.console.index.Sequence;
import io.breakwater.console.web.Refused;
import io.breakwater.console.web.ask.Asked;
import io.javalin.http.Context;

/** A revision of an exposure or of an alert, as it came. */
final class RevisionAnswer {
  private final Reader reader;

  RevisionAnswer(Reader reader) {
    this.reader = reader;
  }

  void to(Context request) {
    var asked = new Asked(request);
    var uid = asked.required("uid");
    var sequence = sequence(asked.required("sequence"));
    var record =
        reader
            .revision(uid, sequence)
            .orElseThrow(
                () ->
                    Refused.absent(
                        "no-revision", "of " + uid + " there is no revision " + sequence));
    request.contentType("application/json").result(record);
  }

  private static Sequence sequence(String text) {
    try {
      return new Sequence(text);
    } catch (IllegalArgumentException e) {
      throw Refused.wrong("sequence", e.getMessage());
    }
  }
}
