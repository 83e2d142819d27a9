// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.console.index.query.Change;

/** A change as pages are told of it. */
public final class ChangeJson {
  private ChangeJson() {}

  public static ObjectNode of(Change change) {
    return Json.object()
        .put("change", change.number())
        .put("kind", change.kind().id())
        .put("what", Words.of(change.what()))
        .put("uid", change.uid())
        .put("title", change.title())
        .put("severity", change.severity().word())
        .put("account", change.account())
        .put("at", Json.time(change.at()));
  }
}
