// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import io.javalin.http.Context;
import java.util.Optional;

/** Whoever can reach the server is who runs it: for loopback addresses only. */
public final class LocalAccount implements Authentication {
  private final Person person =
      new Person(System.getProperty("user.name", "local"), Role.OPERATOR, true);

  @Override
  public Optional<Person> of(Context request) {
    return Optional.of(person);
  }
}
