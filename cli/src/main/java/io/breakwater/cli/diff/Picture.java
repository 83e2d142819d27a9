// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What draws an attack path in a page that stands alone. Both are built with the console's page.
 *
 * @param script draws the paths of elements that have a finding, when they are opened
 */
record Picture(String script, String style) {
  static Picture load() throws IOException {
    return new Picture(read("/web/attack-path.js"), read("/web/attack-path.css"));
  }

  private static String read(String resource) throws IOException {
    try (var in = Picture.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the console was built without " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
