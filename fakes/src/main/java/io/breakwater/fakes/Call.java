// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request as a fake sees it.
 *
 * @param method in capitals
 * @param path as sent, still percent-encoded, without the query; starts with a slash
 * @param query decoded; of a name that comes twice the last value counts
 * @param headers by name in lower case
 * @param body empty where there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Call(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  public Call {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("A path starts with a slash: " + path);
    }
    method = method.toUpperCase(Locale.ROOT);
    query = Map.copyOf(query);
    headers = lowerCase(headers);
  }

  /**
   * @param target the path and, after a question mark, the query, both percent-encoded
   * @param headers in any case
   */
  public static Call of(String method, String target, Map<String, String> headers, byte[] body) {
    int mark = target.indexOf('?');
    return mark < 0
        ? new Call(method, target, Map.of(), headers, body)
        : new Call(
            method, target.substring(0, mark), pairs(target.substring(mark + 1)), headers, body);
  }

  /** As above, with a body in UTF-8. */
  public static Call of(String method, String target, Map<String, String> headers, String body) {
    return of(method, target, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /** In any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Of the query. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** The parts of the path between the slashes, decoded. */
  public List<String> segments() {
    var segments = new ArrayList<String>();
    for (var part : path.substring(1).split("/", -1)) {
      segments.add(decoded(part.replace("+", "%2B")));
    }
    return List.copyOf(segments);
  }

  /** The body, read as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Empty where the body is not one whole JSON document. */
  public Optional<JsonNode> json() {
    try {
      return Optional.ofNullable(JSON.readTree(body)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new AssertionError("Bytes in memory can be read", e);
    }
  }

  /** The body as {@code application/x-www-form-urlencoded}. */
  public Map<String, String> form() {
    return pairs(text());
  }

  /** What Basic authentication says, as {@code user:password}. */
  public Optional<String> basicCredentials() {
    return authorization("Basic ")
        .flatMap(
            encoded -> {
              try {
                var decoded = Base64.getDecoder().decode(encoded);
                return Optional.of(new String(decoded, StandardCharsets.UTF_8));
              } catch (IllegalArgumentException e) {
                return Optional.empty();
              }
            });
  }

  /** What the Authorization header says after a scheme such as {@code "Bearer "}. */
  public Optional<String> authorization(String scheme) {
    return header("authorization")
        .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
        .map(value -> value.substring(scheme.length()).trim());
  }

  private static Map<String, String> lowerCase(Map<String, String> headers) {
    var lower = new LinkedHashMap<String, String>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return Map.copyOf(lower);
  }

  private static Map<String, String> pairs(String encoded) {
    var pairs = new LinkedHashMap<String, String>();
    for (var pair : encoded.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        pairs.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return pairs;
  }

  /** What is not rightly encoded stands for itself: the service decides whether it minds. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
