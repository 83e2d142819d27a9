// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.servicenow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Refusal;

/** How ServiceNow refuses: {@code {"error":{"message":…,"detail":…},"status":"failure"}}. */
final class Errors {
  private Errors() {}

  static Refusal refusal(int status, String message, String detail) {
    return new Refusal(answer(status, message, detail));
  }

  static Answer answer(int status, String message, String detail) {
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("message", message).put("detail", detail);
    return Answer.json(status, body.put("status", "failure"));
  }
}
