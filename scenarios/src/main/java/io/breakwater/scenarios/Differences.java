// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Where something is otherwise than the words of a scenario have it, in sentences. */
final class Differences {
  private final JsonNode said;
  private final List<String> found = new ArrayList<>();

  /**
   * @param said what is expected
   */
  Differences(JsonNode said) {
    this.said = said;
  }

  void compare(String what, String expected, String actual) {
    if (!expected.equals(actual)) {
      var subject = what.isEmpty() ? "" : what + " ";
      found.add("expected " + subject + expected + ", got " + actual);
    }
  }

  /** What is not stated is not compared. */
  void compareIfSaid(String name, String actual) {
    if (said.has(name)) {
      compare(name, said.path(name).asText(), actual);
    }
  }

  void compareIfSaid(String name, long actual) {
    compareIfSaid(name, Long.toString(actual));
  }

  void compareListIfSaid(String name, List<String> actual) {
    if (said.has(name)) {
      var expected = new ArrayList<String>();
      said.path(name).forEach(text -> expected.add(text.asText()));
      compare(name, expected.toString(), actual.toString());
    }
  }

  List<String> found() {
    return found;
  }
}
