// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web;

import io.breakwater.console.web.access.Access;
import io.breakwater.console.web.access.AuditLog;

/**
 * Where the server listens, and to whom.
 *
 * @param host a name or an address of this machine
 * @param port 0 for one that is free
 * @param audit is not closed with the server
 */
public record ServerSettings(String host, int port, Access access, AuditLog audit) {
  private static final int HIGHEST = 65_535;

  public ServerSettings {
    if (port < 0 || port > HIGHEST) {
      throw new IllegalArgumentException("a port is from 0 to " + HIGHEST + ", was " + port);
    }
  }
}
