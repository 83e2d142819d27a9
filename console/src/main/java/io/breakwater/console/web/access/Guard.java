// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.console.web.Refused;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Stands before all that is answered: by which name, how often, who, and what they may. */
public final class Guard {
  private static final String API = "/api/";
  private static final String OTHER_METHOD = "X-HTTP-Method-Override";
  private static final String PERSON = "person";
  private static final String WHAT = "what";
  private static final Set<String> LOOKING = Set.of("GET", "HEAD");
  private static final double REQUESTS_A_SECOND = 50;
  private static final int REQUESTS_AT_ONCE = 500;
  private static final double CHANGES_A_SECOND = 1;
  private static final int CHANGES_AT_ONCE = 60;
  private static final double FAILURES_A_SECOND = 0.1;
  private static final int FAILURES_AT_ONCE = 20;

  private final Access access;
  private final AuditLog audit;
  private final Csrf csrf = new Csrf();
  private final RateLimit requests;
  private final RateLimit changes;
  private final RateLimit failures;

  public Guard(Access access, AuditLog audit, Clock clock) {
    this.access = access;
    this.audit = audit;
    this.requests = new RateLimit(REQUESTS_A_SECOND, REQUESTS_AT_ONCE, clock);
    this.changes = new RateLimit(CHANGES_A_SECOND, CHANGES_AT_ONCE, clock);
    this.failures = new RateLimit(FAILURES_A_SECOND, FAILURES_AT_ONCE, clock);
  }

  /** Before all others. */
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.before(this::check);
    routes.after(this::record);
  }

  /** Who asks; for what is below {@code /api}. */
  public static Person person(Context request) {
    return Optional.<Person>ofNullable(request.attribute(PERSON)).orElseThrow();
  }

  /** What is to be read of a request in the audit log. */
  public static void note(Context request, JsonNode what) {
    request.attribute(WHAT, what);
  }

  /** What a page has to send with what changes something. */
  public String csrf(Person person) {
    return csrf.of(person);
  }

  private void check(Context request) {
    access.hosts().check(request.header("Host"), request.req().getLocalPort());
    var address = access.address(request);
    limit(requests, address);
    refuseOtherMethod(request);
    if (request.path().startsWith(API) || !isLooking(request)) {
      refuseOtherPages(request);
      request.attribute(PERSON, authenticate(request, address));
    }
    if (!isLooking(request)) {
      checkChange(request, address);
    }
  }

  /** Routes go by the method that this header has: what is let through must be what is done. */
  private static void refuseOtherMethod(Context request) {
    if (request.header(OTHER_METHOD) != null) {
      throw Refused.of(400, "other-method", OTHER_METHOD + " is not heeded: send it as it is");
    }
  }

  private static boolean isLooking(Context request) {
    return LOOKING.contains(request.req().getMethod());
  }

  private static void limit(RateLimit limit, String address) {
    limit
        .take(address)
        .ifPresent(
            wait -> {
              throw Refused.tooMany("too many requests from " + address, wait);
            });
  }

  /** Browsers say where a request comes from, and a page cannot make them say otherwise. */
  private static void refuseOtherPages(Context request) {
    var site = request.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      throw Refused.of(403, "other-origin", "pages of other origins may not ask");
    }
    var origin = request.header("Origin");
    if (origin != null && !isOf(origin, request.header("Host"))) {
      throw Refused.of(403, "other-origin", "pages of other origins may not ask");
    }
  }

  private static boolean isOf(String origin, String host) {
    try {
      var authority = URI.create(origin).getAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Person authenticate(Context request, String address) {
    failures
        .look(address)
        .ifPresent(
            wait -> {
              throw Refused.tooMany("too many failed attempts from " + address, wait);
            });
    try {
      return access
          .person(request)
          .orElseThrow(() -> Refused.of(401, "unknown-person", "who asks has to say who they are"));
    } catch (Refused refused) {
      failures.take(address);
      request.header("WWW-Authenticate", "Bearer");
      audit.write(entry(request, refused.status() + " " + refused.code()));
      throw refused;
    }
  }

  private void checkChange(Context request, String address) {
    var person = person(request);
    limit(changes, address);
    if (person.browser() && !csrf.isOf(person, request.header("X-CSRF-Token"))) {
      throw Refused.of(
          403, "no-csrf-token", "X-CSRF-Token has the value that /api/about gives as csrf");
    }
    if (person.role() != Role.OPERATOR) {
      throw Refused.of(403, "not-operator", person.name() + " may look, and not change anything");
    }
  }

  /** Whatever somebody known wanted to change. */
  private void record(Context request) {
    if (!isLooking(request) && request.attribute(PERSON) != null) {
      audit.write(entry(request, Integer.toString(request.statusCode())));
    }
  }

  private AuditLog.Entry entry(Context request, String outcome) {
    return new AuditLog.Entry(
        Optional.ofNullable(request.attribute(PERSON)),
        access.address(request),
        request.req().getMethod() + " " + request.path(),
        Optional.ofNullable(request.attribute(WHAT)),
        outcome);
  }
}
