// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Who answers which method on which path.
 *
 * @param <R> what a fake makes of a call before it looks where it goes
 */
public final class Routes<R> {
  /** Answers one kind of call. */
  @FunctionalInterface
  public interface Handler<R> {
    /**
     * @param parts what stood in the places of the pattern that are in braces, in their order
     */
    Answer handle(R request, List<String> parts);
  }

  private record Route<R>(String method, List<String> pattern, Handler<R> handler) {
    boolean fits(List<String> segments) {
      if (segments.size() != pattern.size()) {
        return false;
      }
      for (int i = 0; i < pattern.size(); i++) {
        boolean open = pattern.get(i).startsWith("{") && !segments.get(i).isEmpty();
        if (!open && !pattern.get(i).equals(segments.get(i))) {
          return false;
        }
      }
      return true;
    }

    List<String> parts(List<String> segments) {
      var parts = new ArrayList<String>();
      for (int i = 0; i < pattern.size(); i++) {
        if (pattern.get(i).startsWith("{")) {
          parts.add(segments.get(i));
        }
      }
      return parts;
    }
  }

  private final List<Route<R>> routes = new ArrayList<>();
  private final Function<Call, Answer> notFound;
  private final Function<Call, Answer> notAllowed;

  /**
   * @param notFound what is said where no pattern fits the path
   * @param notAllowed what is said where one does, but not for the method
   */
  public Routes(Function<Call, Answer> notFound, Function<Call, Answer> notAllowed) {
    this.notFound = notFound;
    this.notAllowed = notAllowed;
  }

  /**
   * @param pattern such as {@code /issue/{issue}/comment}; the first that fits counts
   */
  public Routes<R> on(String method, String pattern, Handler<R> handler) {
    routes.add(new Route<>(method, List.of(pattern.substring(1).split("/", -1)), handler));
    return this;
  }

  /** What the first route that fits says. */
  public Answer answer(Call call, R request) {
    var segments = call.segments();
    var fitting = routes.stream().filter(route -> route.fits(segments)).toList();
    if (fitting.isEmpty()) {
      return notFound.apply(call);
    }
    return fitting.stream()
        .filter(route -> route.method().equals(call.method()))
        .findFirst()
        .map(route -> route.handler().handle(request, route.parts(segments)))
        .orElseGet(() -> notAllowed.apply(call));
  }
}
