// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import io.breakwater.console.web.Refused;
import io.breakwater.console.web.json.Words;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Scripts, each with a token of its own: {@code Authorization: Bearer TOKEN}. */
public final class Tokens implements Authentication {
  private static final String SCHEME = "Bearer ";
  private static final int COLUMNS = 3;

  private final List<Known> known;

  private record Known(Person person, Secret token) {}

  private Tokens(List<Known> known) {
    this.known = List.copyOf(known);
  }

  /**
   * Reads lines with a name, a role and a token of 24 characters or more.
   *
   * @throws AccessException when the file is not so, or others than its owner could read it
   */
  public static Tokens in(Path file) {
    var known = new ArrayList<Known>();
    var names = new HashSet<String>();
    int number = 0;
    for (var line : SecretFile.lines(file)) {
      number++;
      var one = known(line, file + ", entry " + number);
      if (!names.add(one.person.name())) {
        throw new AccessException(file + " has two tokens of " + one.person.name());
      }
      known.add(one);
    }
    if (known.isEmpty()) {
      throw new AccessException(file + " has no tokens: a line has NAME ROLE TOKEN");
    }
    return new Tokens(known);
  }

  private static Known known(String line, String where) {
    var columns = line.split("\\s+", COLUMNS + 1);
    if (columns.length != COLUMNS) {
      throw new AccessException(where + ": a line has NAME ROLE TOKEN");
    }
    var role =
        Words.constant(Role.class, columns[1])
            .orElseThrow(() -> new AccessException(where + ": a role is viewer or operator"));
    if (columns[2].length() < Secret.SHORTEST) {
      throw new AccessException(
          where + ": a token has at least " + Secret.SHORTEST + " characters");
    }
    return new Known(new Person(columns[0], role, false), Secret.of(columns[2]));
  }

  @Override
  public Optional<Person> of(Context request) {
    var header = request.header("Authorization");
    if (header == null) {
      return Optional.empty();
    }
    if (!header.startsWith(SCHEME)) {
      throw Refused.of(401, "unknown-token", "a token is given as 'Authorization: Bearer TOKEN'");
    }
    return Optional.of(
        withToken(header.substring(SCHEME.length()).strip())
            .orElseThrow(() -> Refused.of(401, "unknown-token", "nobody has this token")));
  }

  /** Takes as long whichever it is, and when it is none. */
  private Optional<Person> withToken(String token) {
    var given = Secret.of(token);
    var found = Optional.<Person>empty();
    for (var one : known) {
      if (one.token.is(given)) {
        found = Optional.of(one.person);
      }
    }
    return found;
  }
}
