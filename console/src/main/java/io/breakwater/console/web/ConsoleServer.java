// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web;

import io.breakwater.console.index.Index;
import io.breakwater.console.web.access.Guard;
import io.breakwater.console.web.access.SafeHeaders;
import io.breakwater.console.web.action.ActionRoutes;
import io.breakwater.console.web.api.AboutRoutes;
import io.breakwater.console.web.api.CertificateRoutes;
import io.breakwater.console.web.api.ExposureRoutes;
import io.breakwater.console.web.api.HealthRoutes;
import io.breakwater.console.web.api.LetterRoutes;
import io.breakwater.console.web.api.ResourceRoutes;
import io.breakwater.console.web.api.Routes;
import io.breakwater.console.web.api.RuleRoutes;
import io.breakwater.console.web.api.SummaryRoutes;
import io.breakwater.console.web.export.ExportRoutes;
import io.breakwater.console.web.feeds.Progress;
import io.breakwater.console.web.page.PageRoutes;
import io.breakwater.console.web.redrive.RedriveRoutes;
import io.breakwater.console.web.stream.StreamRoutes;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Answers what the page asks, and gives out the page. */
public final class ConsoleServer implements AutoCloseable {
  private static final int THREADS = 192;
  private static final int HEADERS = 64 << 10;
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration IDLE_AT_THE_END = Duration.ofMillis(100);
  private static final long BODY = 256 << 10;

  private final Javalin javalin;
  private final StreamRoutes stream;
  private final String host;

  private ConsoleServer(Javalin javalin, StreamRoutes stream, String host) {
    this.javalin = javalin;
    this.stream = stream;
    this.host = host;
  }

  /**
   * What the server answers from.
   *
   * @param outlets where goes what people do
   */
  public record Sources(
      String version,
      Index index,
      Rulebook rulebook,
      Progress progress,
      StoreSize store,
      Outlets outlets) {}

  /**
   * @throws PortTakenException when another process listens there
   */
  public static ConsoleServer start(ServerSettings settings, Sources from, Clock clock) {
    var stream = new StreamRoutes(from.index());
    var guard = new Guard(settings.access(), settings.audit(), clock);
    var routes = routes(from, guard, stream, clock);
    var javalin = Javalin.create(config -> configure(config, settings, guard, routes));
    try {
      javalin.start();
    } catch (JavalinBindException e) {
      stream.close();
      throw new PortTakenException(settings.host(), settings.port(), e);
    }
    return new ConsoleServer(javalin, stream, settings.host());
  }

  private static List<Routes> routes(Sources from, Guard guard, StreamRoutes stream, Clock clock) {
    var catalogue = from.rulebook().catalogue();
    var reader = from.index().reader();
    return List.of(
        new AboutRoutes(
            from.version(), catalogue.version(), reader, from.progress(), guard, from.outlets()),
        new ActionRoutes(reader, from.outlets().actions(), clock),
        new RedriveRoutes(reader, from.outlets().letters()),
        stream,
        new ExposureRoutes(reader, catalogue.severity()),
        new ExportRoutes(reader, clock),
        new SummaryRoutes(reader, clock),
        new ResourceRoutes(reader),
        new CertificateRoutes(reader, clock),
        new RuleRoutes(reader, from.rulebook()),
        new HealthRoutes(reader, from.progress(), from.store(), clock.instant()),
        new LetterRoutes(reader),
        new PageRoutes());
  }

  private static void configure(
      JavalinConfig config, ServerSettings settings, Guard guard, List<Routes> routes) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = BODY;
    config.jetty.threadPool = new QueuedThreadPool(THREADS);
    config.jetty.modifyServer(server -> server.setStopTimeout(PATIENCE.toMillis()));
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setRequestHeaderSize(HEADERS);
          http.setUriCompliance(UriCompliance.DEFAULT);
        });
    config.jetty.addConnector((server, http) -> connector(server, http, settings));
    SafeHeaders.addTo(config.routes);
    guard.addTo(config.routes);
    routes.forEach(one -> one.addTo(config.routes));
    Errors.addTo(config.routes);
  }

  private static Connector connector(
      Server server, HttpConfiguration http, ServerSettings settings) {
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setShutdownIdleTimeout(IDLE_AT_THE_END.toMillis());
    return connector;
  }

  /** Where a browser on this machine finds it. */
  public URI address() {
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
  }

  public int port() {
    return javalin.port();
  }

  /** What is being answered has a moment to end. */
  @Override
  public void close() {
    stream.close();
    javalin.stop();
  }
}
