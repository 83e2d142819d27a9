// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web;

import io.breakwater.console.index.IndexException;
import io.breakwater.console.web.api.Routes;
import io.breakwater.console.web.json.Json;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong, in one form for all. */
final class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
  private static final String RETRY_SECONDS = "5";

  private Errors() {}

  static void addTo(JavalinDefaultRoutingApi routes) {
    routes.exception(Refused.class, Errors::refused);
    routes.exception(IndexException.class, Errors::storeFailed);
    routes.exception(MethodNotAllowedResponse.class, (e, request) -> notAllowed(request));
    routes.exception(HttpResponseException.class, Errors::other);
    routes.exception(Exception.class, Errors::unforeseen);
  }

  private static void refused(Refused refused, Context request) {
    refused.retryAfter().ifPresent(wait -> request.header("Retry-After", Long.toString(wait)));
    answer(request, refused.status(), refused.code(), refused.getMessage(), refused.field());
  }

  private static void storeFailed(IndexException failure, Context request) {
    LOG.warn("{} was not answered: {}", request.path(), failure.getMessage());
    request.header("Retry-After", RETRY_SECONDS);
    answer(request, 503, "store-fails", failure.getMessage(), Optional.empty());
  }

  private static void notAllowed(Context request) {
    answer(
        request,
        405,
        "no-such-method",
        request.path() + " has no " + request.method().name(),
        Optional.empty());
  }

  private static void other(HttpResponseException e, Context request) {
    switch (e.getStatus()) {
      case 404 ->
          answer(request, 404, "no-route", "there is no " + request.path(), Optional.empty());
      case 413 -> answer(request, 413, "too-large", "the request is too large", Optional.empty());
      default -> answer(request, e.getStatus(), "not-answered", e.getMessage(), Optional.empty());
    }
  }

  private static void unforeseen(Exception e, Context request) {
    LOG.error("{} was not answered", request.path(), e);
    answer(request, 500, "internal", "the server failed; its log says why", Optional.empty());
  }

  private static void answer(
      Context request, int status, String code, String message, Optional<String> field) {
    var json = Json.object();
    var error = json.putObject("error").put("code", code).put("message", message);
    field.ifPresent(name -> error.put("field", name));
    request.status(status);
    Routes.answer(request, json);
  }
}
