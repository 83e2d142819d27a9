// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.servicenow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Call;
import io.breakwater.fakes.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Knows callers by their password or by a token that has not run out, and gives tokens out. */
final class SignOn {
  private record Token(String user, Instant end) {}

  private final Instance instance;
  private final Ids ids;
  private final Map<String, Token> tokens = new HashMap<>();

  SignOn(Instance instance, Ids ids) {
    this.instance = instance;
    this.ids = ids;
  }

  /** Answers who asks for a token. */
  Answer token(Call call, Instant now) {
    if (!call.method().equals("POST")) {
      return Errors.answer(405, "Method not supported", "A token is asked for by POST.");
    }
    var form = call.form();
    var grant = form.getOrDefault("grant_type", "");
    if (!grant.equals("client_credentials")) {
      return oauthError(400, "unsupported_grant_type", "This client has no grant of this type.");
    }
    var basic = call.basicCredentials();
    var given =
        basic.orElse(
            form.getOrDefault("client_id", "") + ":" + form.getOrDefault("client_secret", ""));
    var client =
        Optional.ofNullable(
            instance.clients().get(given.substring(0, Math.max(given.indexOf(':'), 0))));
    if (client.isEmpty()
        || !client.get().secret().equals(given.substring(given.indexOf(':') + 1))) {
      return oauthError(401, "invalid_client", "The client is not known by this id and secret.");
    }
    var token = ids.hex(64);
    var lifetime = instance.tokenLifetime();
    tokens.put(token, new Token(client.get().user(), now.plus(lifetime)));
    return Answer.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("access_token", token)
            .put("scope", "useraccount")
            .put("token_type", "Bearer")
            .put("expires_in", lifetime.toSeconds()));
  }

  private static Answer oauthError(int status, String error, String description) {
    return Answer.json(
        status,
        JsonNodeFactory.instance
            .objectNode()
            .put("error", error)
            .put("error_description", description));
  }

  /**
   * Who calls.
   *
   * @throws Refusal with 401 for whom it does not know
   */
  String user(Call call, Instant now) {
    var byToken =
        call.authorization("Bearer ")
            .map(tokens::get)
            .filter(token -> now.isBefore(token.end()))
            .map(Token::user);
    return byToken
        .or(
            () ->
                call.basicCredentials()
                    .flatMap(
                        given ->
                            instance.passwords().entrySet().stream()
                                .filter(user -> given.equals(user.getKey() + ":" + user.getValue()))
                                .map(Map.Entry::getKey)
                                .findFirst()))
        .orElseThrow(
            () ->
                new Refusal(
                    Errors.answer(
                            401,
                            "User is not authenticated",
                            "The request needs valid credentials.")
                        .with("WWW-Authenticate", "Basic realm=\"Service-now\"")));
  }
}
