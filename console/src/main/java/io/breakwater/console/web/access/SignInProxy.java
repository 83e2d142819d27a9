// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import io.breakwater.console.web.Refused;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;

/**
 * People whom a proxy has signed in, by OIDC as a rule. What it says counts with the secret that
 * only it and the server have.
 */
public final class SignInProxy implements Authentication {
  public static final String SECRET = "X-Breakwater-Proxy-Secret";
  public static final String USER = "X-Forwarded-User";
  public static final String GROUPS = "X-Forwarded-Groups";

  private final Secret secret;
  private final String operators;

  private SignInProxy(Secret secret, String operators) {
    this.secret = secret;
    this.operators = operators;
  }

  /**
   * @param file with the secret as its only line, 24 characters or more
   * @param operators the group whose members are operators; all others are viewers
   * @throws AccessException when the file is not so, or others than its owner could read it
   */
  public static SignInProxy with(Path file, String operators) {
    var lines = SecretFile.lines(file);
    if (lines.size() != 1 || lines.get(0).length() < Secret.SHORTEST) {
      throw new AccessException(
          file + " has one line, a secret of at least " + Secret.SHORTEST + " characters");
    }
    return new SignInProxy(Secret.of(lines.get(0)), operators);
  }

  /** Whether the proxy passed this request on. */
  boolean passedOn(Context request) {
    var given = request.header(SECRET);
    return given != null && secret.is(Secret.of(given));
  }

  @Override
  public Optional<Person> of(Context request) {
    if (request.header(SECRET) == null) {
      return Optional.empty();
    }
    if (!passedOn(request)) {
      throw Refused.of(401, "unknown-proxy", "this is not the secret of the proxy");
    }
    var user = only(request, USER);
    try {
      return Optional.of(new Person(user, role(request), true));
    } catch (IllegalArgumentException e) {
      throw Refused.of(401, "nobody", USER + ": " + e.getMessage());
    }
  }

  /** One that comes twice may be from outside once. */
  private static String only(Context request, String header) {
    var given = Collections.list(request.req().getHeaders(header));
    if (given.size() > 1) {
      throw Refused.of(401, "nobody", header + " comes " + given.size() + " times");
    }
    return given.isEmpty() ? "" : given.get(0);
  }

  private Role role(Context request) {
    var groups = only(request, GROUPS).split("[,;]", -1);
    return Arrays.stream(groups).map(String::strip).anyMatch(operators::equals)
        ? Role.OPERATOR
        : Role.VIEWER;
  }
}
