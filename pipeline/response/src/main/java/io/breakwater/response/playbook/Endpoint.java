// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.playbook;

import static java.util.concurrent.CompletableFuture.completedFuture;

import io.breakwater.response.http.Answers;
import io.breakwater.response.http.Http;
import io.breakwater.response.http.HttpAnswer;
import io.breakwater.response.http.HttpCall;
import io.breakwater.response.secret.Secret;
import io.breakwater.response.secret.Secrets;
import io.breakwater.response.targets.Credentials;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.targets.PlainText;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Where a remote function is served. No call blocks, and none fails but as its {@link Outcome}
 * says. To call it again does no harm: what it keeps is kept here.
 */
public final class Endpoint {
  private static final int TOLD_CHARACTERS = 300;

  private final URI address;
  private final Map<String, Secret> headers;
  private final Http http;

  /**
   * @param headers sent with each request
   */
  public Endpoint(URI address, Map<String, Secret> headers, Http http) {
    this.address = Objects.requireNonNull(address);
    this.headers = new LinkedHashMap<>(headers);
    this.http = Objects.requireNonNull(http);
  }

  /** Sends a request of the protocol; what comes of it is the answer, unread. */
  public CompletableFuture<Outcome<byte[]>> call(byte[] request) {
    return ready(request)
        .thenCompose(call -> call.isDone() ? send(call.value()) : completedFuture(call.failed()))
        // Its message may have a header in it.
        .exceptionally(
            failure ->
                Outcome.notDone(
                    "the request could not be sent: " + cause(failure).getClass().getSimpleName()))
        .thenApply(outcome -> outcome.map(HttpAnswer::body));
  }

  private CompletableFuture<Outcome<HttpCall>> ready(byte[] request) {
    var call =
        completedFuture(
            Outcome.done(
                HttpCall.of("POST", address).body("application/octet-stream", request).reading()));
    for (var header : headers.entrySet()) {
      call =
          call.thenCombine(
              Credentials.of(header.getValue()),
              (soFar, value) -> with(soFar, header.getKey(), value));
    }
    return call;
  }

  private static Outcome<HttpCall> with(
      Outcome<HttpCall> call, String header, Outcome<String> value) {
    if (!call.isDone()) {
      return call;
    }
    return value.map(text -> call.value().with(header, text));
  }

  private CompletableFuture<Outcome<HttpAnswer>> send(HttpCall call) {
    return Answers.to(http, call, answer -> words(call, answer)).thenApply(this::judged);
  }

  private String words(HttpCall call, HttpAnswer answer) {
    var credentials = headers.keySet().stream().map(call.headers()::get).toArray(String[]::new);
    return PlainText.line(Secrets.hidden(answer.text(), credentials), TOLD_CHARACTERS);
  }

  private Outcome<HttpAnswer> judged(Outcome<HttpAnswer> outcome) {
    if (outcome.reason().contains(" was answered 401")) {
      headers.values().forEach(Secret::turnedAway);
    }
    return outcome;
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
