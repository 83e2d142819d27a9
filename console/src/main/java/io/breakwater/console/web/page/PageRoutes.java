// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.page;

import io.breakwater.console.web.Refused;
import io.breakwater.console.web.api.Routes;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page itself: its files, and for an address within the page the one that shows it. */
public final class PageRoutes implements Routes {
  private static final String LASTING = "public, max-age=31536000, immutable";

  /** A quality of nothing means that it is not taken. */
  private static final Pattern GZIP = Pattern.compile("gzip(;(?!q=0(\\.0*)?$).*)?");

  private final PageFiles files = PageFiles.ofThisBuild();

  /** Behind all others: it answers whatever is not below {@code /api}. */
  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/*", this::file);
    routes.head("/*", this::file);
  }

  private void file(Context request) {
    var path = request.path();
    if (path.equals("/api") || path.startsWith("/api/")) {
      throw request.method().equals(HandlerType.HEAD)
          ? new MethodNotAllowedResponse()
          : absent(path);
    }
    var file = files.file(path.substring(1)).or(() -> within(path)).orElseThrow(() -> absent(path));
    request.header("Cache-Control", file.lasting() ? LASTING : "no-cache");
    request.header("ETag", file.tag());
    if (isHeld(request, file)) {
      request.status(304);
    } else {
      send(request, file);
    }
  }

  /** An address without a dot in its last part is one of the page. */
  private Optional<Asset> within(String path) {
    var last = path.substring(path.lastIndexOf('/') + 1);
    return last.contains(".") ? Optional.empty() : files.index();
  }

  private static Refused absent(String path) {
    return Refused.absent("no-route", "there is no " + path);
  }

  private static boolean isHeld(Context request, Asset file) {
    var held = request.header("If-None-Match");
    return held != null
        && Arrays.stream(held.split(","))
            .map(String::strip)
            .anyMatch(tag -> tag.equals("*") || strong(tag).equals(file.tag()));
  }

  /** Proxies that compress make tags weak. */
  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  private static void send(Context request, Asset file) {
    request.contentType(file.type()).header("Vary", "Accept-Encoding");
    if (file.zipped().isPresent() && takesGzip(request)) {
      request.header("Content-Encoding", "gzip").result(file.zipped().get());
    } else {
      request.result(file.plain());
    }
  }

  private static boolean takesGzip(Context request) {
    var accepted = Optional.ofNullable(request.header("Accept-Encoding")).orElse("");
    return Arrays.stream(accepted.split(","))
        .map(coding -> coding.replace(" ", ""))
        .anyMatch(coding -> GZIP.matcher(coding).matches());
  }
}
