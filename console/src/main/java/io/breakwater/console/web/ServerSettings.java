// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web;

/**
 * Where the server listens.
 *
 * @param host a name or an address of this machine
 * @param port 0 for one that is free
 */
public record ServerSettings(String host, int port) {
  private static final int HIGHEST = 65_535;

  public ServerSettings {
    if (port < 0 || port > HIGHEST) {
      throw new IllegalArgumentException("a port is from 0 to " + HIGHEST + ", was " + port);
    }
  }
}
