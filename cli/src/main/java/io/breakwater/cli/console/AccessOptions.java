// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.console;

import io.breakwater.console.web.ServerSettings;
import io.breakwater.console.web.access.Access;
import io.breakwater.console.web.access.AuditLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the console listens, and who may ask. */
final class AccessOptions {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where to listen; 0 for a port that is free. Default: ${DEFAULT-VALUE}.")
  private int port = 8080;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description =
          "The name or address to listen on. One that others can reach needs --tokens or --proxy-secret-file. Default: ${DEFAULT-VALUE}.")
  private String host = "127.0.0.1";

  @Option(
      names = "--allowed-host",
      paramLabel = "NAME",
      description =
          "A further name that browsers know the console by, such as console.example.com behind a proxy. May be given several times.")
  private List<String> allowedHosts = new ArrayList<>();

  @Option(
      names = "--tokens",
      paramLabel = "FILE",
      description =
          "Scripts that may ask: lines of NAME, viewer or operator, TOKEN. Only its owner may read it.")
  private Path tokens;

  @Option(
      names = "--proxy-secret-file",
      paramLabel = "FILE",
      description =
          "The secret by which a proxy that signs people in is known. Only its owner may read it.")
  private Path proxySecret;

  @Option(
      names = "--operator-group",
      paramLabel = "NAME",
      description =
          "The group whose members may change something, of those that the proxy signs in. Default: ${DEFAULT-VALUE}.")
  private String operators = "breakwater-operators";

  @Option(names = "--read-only", description = "Nobody may change anything.")
  private boolean readOnly;

  @Option(
      names = "--audit",
      paramLabel = "FILE",
      description = "Where who did what is written, line by line. Default: standard error.")
  private Path audit;

  AuditLog audit(Clock clock) {
    return audit == null ? AuditLog.to(System.err, clock) : AuditLog.in(audit, clock);
  }

  /**
   * @throws IllegalArgumentException for a port that is none
   * @throws io.breakwater.console.web.access.AccessException saying what to do
   */
  ServerSettings settings(AuditLog log) {
    var wanted =
        new Access.Wanted(
            host,
            allowedHosts,
            Optional.ofNullable(tokens),
            Optional.ofNullable(proxySecret),
            operators,
            readOnly);
    return new ServerSettings(host, port, Access.of(wanted), log);
  }
}
