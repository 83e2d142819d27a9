// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is wrong with a request, field by field, in the form in which Jira says so: {@code
 * {"errorMessages":[…],"errors":{field:…}}}. Jira names all faults of a request at once.
 */
final class Faults {
  private final Map<String, String> byField = new LinkedHashMap<>();

  void add(String field, String message) {
    byField.putIfAbsent(field, message);
  }

  boolean isEmpty() {
    return byField.isEmpty();
  }

  /** Refuses the request if anything was wrong with it. */
  void check() {
    if (!isEmpty()) {
      throw new Refusal(answer(400, byField));
    }
  }

  static Refusal refusal(int status, String message) {
    return new Refusal(answer(status, message));
  }

  static Answer answer(int status, String message) {
    var body = JsonNodeFactory.instance.objectNode();
    body.putArray("errorMessages").add(message);
    body.putObject("errors");
    return Answer.json(status, body);
  }

  private static Answer answer(int status, Map<String, String> byField) {
    var body = JsonNodeFactory.instance.objectNode();
    body.putArray("errorMessages");
    var errors = body.putObject("errors");
    byField.forEach(errors::put);
    return Answer.json(status, body);
  }
}
