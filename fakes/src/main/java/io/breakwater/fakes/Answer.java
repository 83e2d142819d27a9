// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a fake answers.
 *
 * @param headers in any case
 * @param body empty where there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, Map<String, String> headers, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONTENT_TYPE = "Content-Type";

  public Answer {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("An answer has a status from 200 to 599: " + status);
    }
    var anyCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    headers = Collections.unmodifiableMap(anyCase);
  }

  /** With a body in JSON. */
  public static Answer json(int status, JsonNode body) {
    return of(status, "application/json;charset=UTF-8", body.toString());
  }

  /** Without a body. */
  public static Answer empty(int status) {
    return new Answer(status, Map.of(), new byte[0]);
  }

  /** With a body in plain text. */
  public static Answer text(int status, String body) {
    return of(status, "text/plain;charset=UTF-8", body);
  }

  /** With a body in UTF-8. */
  public static Answer of(int status, String contentType, String body) {
    return new Answer(
        status, Map.of(CONTENT_TYPE, contentType), body.getBytes(StandardCharsets.UTF_8));
  }

  /** The same answer with one header more, or another value of it. */
  public Answer with(String header, String value) {
    var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  /** In any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The body, read as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * A missing node where there is no body.
   *
   * @throws IllegalStateException if the body is not JSON
   */
  public JsonNode json() {
    try {
      return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (IOException e) {
      throw new IllegalStateException("The answer is not JSON: " + text(), e);
    }
  }
}
