// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.aws;

import io.breakwater.fakes.Answer;

/** Why a message is not accepted. */
final class SnsError extends RuntimeException {
  private final int status;
  private final String code;

  SnsError(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static SnsError invalidParameter(String name, String reason) {
    return new SnsError(400, "InvalidParameter", "Invalid parameter: " + name + ": " + reason);
  }

  String code() {
    return code;
  }

  Answer answer(String requestId) {
    return answer(status, code, getMessage(), requestId);
  }

  static Answer answer(int status, String code, String message, String requestId) {
    var xml =
        "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>"
            + (status < 500 ? "Sender" : "Receiver")
            + "</Type>"
            + FakeSns.element("Code", code)
            + FakeSns.element("Message", message)
            + "</Error>"
            + FakeSns.element("RequestId", requestId)
            + "</ErrorResponse>";
    return Answer.of(status, "text/xml", xml).with("x-amzn-RequestId", requestId);
  }
}
