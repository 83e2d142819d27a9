// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.http;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** A request to a target. */
public final class HttpCall {
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final String method;
  private final URI address;
  private final Map<String, String> headers;
  private final byte[] body;
  private final boolean onlyReads;

  private HttpCall(
      String method, URI address, Map<String, String> headers, byte[] body, boolean onlyReads) {
    this.method = Objects.requireNonNull(method);
    this.address = Objects.requireNonNull(address);
    this.headers = Collections.unmodifiableMap(headers);
    this.body = body;
    this.onlyReads = onlyReads;
  }

  public static HttpCall of(String method, URI address) {
    return new HttpCall(method, address, Map.of(), new byte[0], READING.contains(method));
  }

  public HttpCall with(String header, String value) {
    var more = new TreeMap<>(headers);
    more.put(header, value);
    return new HttpCall(method, address, more, body, onlyReads);
  }

  public HttpCall body(String type, byte[] bytes) {
    return new HttpCall(method, address, with("Content-Type", type).headers, bytes, onlyReads);
  }

  /** A request that changes nothing, whatever its method says: a search with a body. */
  public HttpCall reading() {
    return new HttpCall(method, address, headers, body, true);
  }

  public String method() {
    return method;
  }

  public URI address() {
    return address;
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** Not copied: nobody writes into it. */
  public byte[] body() {
    return body;
  }

  /** Whether it may be sent again without harm. */
  public boolean onlyReads() {
    return onlyReads;
  }

  /** Without what is in headers and body, which may be secret. */
  @Override
  public String toString() {
    return method + " " + address.getPath();
  }
}
