// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTest {
  private static final String TOKEN = "0123456789abcdef01234567";

  @TempDir private Path directory;

  private static Access.Wanted wanted(String host, Optional<Path> tokens, Optional<Path> proxy) {
    return new Access.Wanted(host, List.of(), tokens, proxy, "operators", false);
  }

  private Path file(String permissions, String text) throws IOException {
    var file = Files.writeString(directory.resolve("file"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "10.1.2.3"})
  void others_do_not_get_in_without_saying_who_they_are(String host) {
    var wanted = wanted(host, Optional.empty(), Optional.empty());

    assertThatThrownBy(() -> Access.of(wanted))
        .isInstanceOf(AccessException.class)
        .hasMessageContaining("--tokens")
        .hasMessageContaining(host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.9", "::1", "localhost"})
  void this_machine_does(String host) {
    assertThat(Access.of(wanted(host, Optional.empty(), Optional.empty()))).isNotNull();
  }

  @Test
  void with_tokens_others_may_reach_it() throws IOException {
    var tokens = file("rw-------", "reports viewer " + TOKEN);

    assertThat(Access.of(wanted("0.0.0.0", Optional.of(tokens), Optional.empty()))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-r--r--"})
  void a_file_of_secrets_is_its_owners_only(String permissions) throws IOException {
    var file = file(permissions, "reports viewer " + TOKEN);

    assertThatThrownBy(() -> Tokens.in(file))
        .isInstanceOf(AccessException.class)
        .hasMessageContaining("chmod 600");
    assertThatThrownBy(() -> SignInProxy.with(file, "operators"))
        .isInstanceOf(AccessException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "reports viewer, NAME ROLE TOKEN",
    "reports viewer 0123456789abcdef01234567 more, NAME ROLE TOKEN",
    "reports admin 0123456789abcdef01234567, viewer or operator",
    "reports viewer short, at least 24",
    "# nobody, no tokens"
  })
  void a_wrong_line_is_told_without_its_secret(String line, String said) throws IOException {
    var file = file("rw-------", line + "\n");

    assertThatThrownBy(() -> Tokens.in(file))
        .isInstanceOf(AccessException.class)
        .hasMessageContaining(said)
        .hasMessageNotContaining(TOKEN);
  }

  @Test
  void a_name_has_one_token() throws IOException {
    var file = file("rw-------", "a viewer " + TOKEN + "\na operator " + TOKEN + "x\n");

    assertThatThrownBy(() -> Tokens.in(file)).hasMessageContaining("two tokens of a");
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    var file = directory.resolve("nothing");

    assertThatThrownBy(() -> Tokens.in(file)).hasMessageContaining(file.toString());
  }

  @Test
  void the_audit_log_is_its_owners_and_only_ever_added_to() throws IOException {
    var file = directory.resolve("audit.ndjson");
    var entry =
        new AuditLog.Entry(Optional.empty(), "127.0.0.1", "POST /x", Optional.empty(), "401");

    for (int i = 0; i < 2; i++) {
      try (var log = AuditLog.in(file, Clock.systemUTC())) {
        log.write(entry);
      }
    }

    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
