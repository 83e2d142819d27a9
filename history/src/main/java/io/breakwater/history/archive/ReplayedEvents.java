// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.Predicate;

/**
 * The events that say they are of one replay.
 *
 * @param replay its name
 */
record ReplayedEvents(String replay) implements Predicate<byte[]> {
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public boolean test(byte[] event) {
    try (var parser = JSON.createParser(event)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean isName = parser.currentName().equals("replay-name");
        var value = parser.nextToken();
        if (isName) {
          return value == JsonToken.VALUE_STRING && parser.getText().equals(replay);
        }
        parser.skipChildren();
      }
      return false;
    } catch (IOException e) {
      // No JSON: EventBridge did not write it.
      return false;
    }
  }
}
