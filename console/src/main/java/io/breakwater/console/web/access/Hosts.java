// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import io.breakwater.console.web.Refused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names that the server goes by. A name that somebody else makes point here, so that a page of
 * theirs could read what the server says, is none of them.
 */
public final class Hosts {
  private static final Pattern WITH_PORT =
      Pattern.compile("(\\[[0-9a-f:.]+\\]|[^:\\[\\]]+)(:[0-9]{1,5})?");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|\\[::1\\]|127(\\.[0-9]{1,3}){3}");

  private final boolean loopback;
  private final Set<String> names;

  private Hosts(boolean loopback, Set<String> names) {
    this.loopback = loopback;
    this.names = names;
  }

  /**
   * @param listening the host that the server listens on
   * @param allowed further names, with a port or for any
   */
  public static Hosts of(String listening, Collection<String> allowed) {
    var names = allowed.stream().map(Hosts::lower).collect(Collectors.toSet());
    names.add(lower(listening));
    return new Hosts(isLoopback(listening), Set.copyOf(names));
  }

  /** Whether only this machine can reach it. */
  public static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * @param host as the request has it
   * @param port on which it came
   * @throws Refused for one that the server does not know
   */
  void check(String host, int port) {
    var given = WITH_PORT.matcher(host == null ? "" : lower(host));
    if (!given.matches() || !isKnown(given.group(), given.group(1), given.group(2), port)) {
      throw Refused.of(
          403,
          "unknown-host",
          "the server does not go by this name; --allowed-host tells it of others");
    }
  }

  private boolean isKnown(String whole, String name, String port, int listening) {
    if (names.contains(whole) || names.contains(name)) {
      return true;
    }
    boolean here = port == null ? listening == 80 : port.equals(":" + listening);
    return loopback && here && LOOPBACK.matcher(name).matches();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
