// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.splunk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Refusal;

/** The codes of the collector, with the status that each comes with. */
enum HecStatus {
  SUCCESS(0, 200, "Success"),
  TOKEN_DISABLED(1, 403, "Token disabled"),
  TOKEN_REQUIRED(2, 401, "Token is required"),
  INVALID_AUTHORIZATION(3, 401, "Invalid authorization"),
  INVALID_TOKEN(4, 403, "Invalid token"),
  NO_DATA(5, 400, "No data"),
  INVALID_DATA(6, 400, "Invalid data format"),
  INCORRECT_INDEX(7, 400, "Incorrect index"),
  INTERNAL_ERROR(8, 500, "Internal server error"),
  BUSY(9, 503, "Server is busy"),
  CHANNEL_MISSING(10, 400, "Data channel is missing"),
  INVALID_CHANNEL(11, 400, "Invalid data channel"),
  EVENT_REQUIRED(12, 400, "Event field is required"),
  EVENT_BLANK(13, 400, "Event field cannot be blank"),
  ACK_DISABLED(14, 400, "ACK is disabled"),
  INDEXED_FIELDS(15, 400, "Error in handling indexed fields"),
  QUERY_TOKEN(16, 400, "Query string authorization is not enabled"),
  HEALTHY(17, 200, "HEC is healthy");

  private final int code;
  private final int status;
  private final String text;

  HecStatus(int code, int status, String text) {
    this.code = code;
    this.status = status;
    this.text = text;
  }

  Answer answer() {
    return Answer.json(status, body());
  }

  Refusal refusal() {
    return new Refusal(answer());
  }

  /**
   * @param event which event of the body is at fault, from 0
   */
  Refusal refusal(int event) {
    return new Refusal(Answer.json(status, body().put("invalid-event-number", event)));
  }

  ObjectNode body() {
    return JsonNodeFactory.instance.objectNode().put("text", text).put("code", code);
  }
}
