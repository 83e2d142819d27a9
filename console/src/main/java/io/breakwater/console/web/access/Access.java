// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Who may ask, and under which names. */
public final class Access {
  private final Hosts hosts;
  private final List<Authentication> ways;
  private final Optional<SignInProxy> proxy;
  private final boolean readOnly;

  private Access(
      Hosts hosts, List<Authentication> ways, Optional<SignInProxy> proxy, boolean readOnly) {
    this.hosts = hosts;
    this.ways = List.copyOf(ways);
    this.proxy = proxy;
    this.readOnly = readOnly;
  }

  /**
   * @param host that the server listens on
   * @param allowedHosts further names that it goes by
   * @param tokens a file of them, empty for none
   * @param proxySecret the file with it, empty for no proxy
   * @param operators the group whose members are operators, of those that the proxy signs in
   * @param readOnly whether nobody may do more than look
   */
  public record Wanted(
      String host,
      Collection<String> allowedHosts,
      Optional<Path> tokens,
      Optional<Path> proxySecret,
      String operators,
      boolean readOnly) {
    /** Whoever is on this machine may do everything. */
    public static Wanted local(String host) {
      return new Wanted(host, List.of(), Optional.empty(), Optional.empty(), "", false);
    }
  }

  /**
   * @throws AccessException when others could ask without saying who they are, or a file is wrong
   */
  public static Access of(Wanted wanted) {
    var ways = new ArrayList<Authentication>();
    var proxy = wanted.proxySecret().map(file -> SignInProxy.with(file, wanted.operators()));
    // A proxy may pass on a header Authorization that is its own: whom it has signed in counts
    // first.
    proxy.ifPresent(ways::add);
    wanted.tokens().map(Tokens::in).ifPresent(ways::add);
    if (ways.isEmpty()) {
      if (!Hosts.isLoopback(wanted.host())) {
        throw new AccessException(
            "others can reach "
                + wanted.host()
                + ": say who they may be with --tokens or --proxy-secret-file, or listen on"
                + " 127.0.0.1");
      }
      ways.add(new LocalAccount());
    }
    var hosts = Hosts.of(wanted.host(), wanted.allowedHosts());
    return new Access(hosts, ways, proxy, wanted.readOnly());
  }

  Hosts hosts() {
    return hosts;
  }

  /** The first way in which the request says who asks. */
  Optional<Person> person(Context request) {
    return ways.stream()
        .flatMap(way -> way.of(request).stream())
        .findFirst()
        .map(
            person -> readOnly ? new Person(person.name(), Role.VIEWER, person.browser()) : person);
  }

  /** Where the request is from; the last proxy before ours, where it is one of ours. */
  String address(Context request) {
    var forwarded = String.join(",", Collections.list(request.req().getHeaders("X-Forwarded-For")));
    if (forwarded.isEmpty() || proxy.filter(one -> one.passedOn(request)).isEmpty()) {
      return request.ip();
    }
    return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
  }
}
