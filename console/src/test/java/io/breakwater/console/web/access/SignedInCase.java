// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import io.breakwater.console.web.ConsoleCase;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** A test of a server to which one has to say who one is. */
abstract class SignedInCase extends ConsoleCase {
  static final String VIEWER = "viewer-token-viewer-token";
  static final String OPERATOR = "operator-token-operator-token";
  static final String SECRET = "secret-of-the-proxy-0123456789";

  static Access.Wanted wanted(Optional<Path> tokens, Optional<Path> secretOfProxy) {
    return new Access.Wanted(
        "127.0.0.1", List.of("console.example.com"), tokens, secretOfProxy, "operators", false);
  }

  Path tokens() throws IOException {
    return secret(
        "tokens", "# of scripts\n\nreports viewer " + VIEWER + "\nnight operator " + OPERATOR);
  }

  Path secretOfProxy() throws IOException {
    return secret("proxy", SECRET + "\n");
  }

  private Path secret(String name, String text) throws IOException {
    var owner = PosixFilePermissions.fromString("rw-------");
    var file = directory.resolve(name);
    Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
    return Files.writeString(file, text);
  }

  static HttpRequest.Builder token(HttpRequest.Builder request, String token) {
    return request.header("Authorization", "Bearer " + token);
  }

  static HttpRequest.Builder proxy(HttpRequest.Builder request, String user, String groups) {
    return request
        .header(SignInProxy.SECRET, SECRET)
        .header(SignInProxy.USER, user)
        .header(SignInProxy.GROUPS, groups);
  }
}
