// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;

/** What browsers are told, so that no page can do more with an answer than ours has to. */
public final class SafeHeaders {
  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          String.join(
              "; ",
              "default-src 'none'",
              "script-src 'self'",
              "style-src 'self'",
              "img-src 'self' data:",
              "font-src 'self'",
              "connect-src 'self'",
              "manifest-src 'self'",
              "frame-ancestors 'none'",
              "base-uri 'none'",
              "form-action 'none'"),
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()");

  private SafeHeaders() {}

  public static void addTo(JavalinDefaultRoutingApi routes) {
    routes.before(SafeHeaders::set);
  }

  private static void set(Context request) {
    ALWAYS.forEach(request::header);
    if (request.path().startsWith("/api/")) {
      request.header("Cache-Control", "no-store");
    }
  }
}
