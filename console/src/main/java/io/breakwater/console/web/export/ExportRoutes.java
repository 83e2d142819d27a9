// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.export;

import io.breakwater.console.index.IndexException;
import io.breakwater.console.index.Reader;
import io.breakwater.console.index.query.Exposure;
import io.breakwater.console.index.query.Page;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.web.Refused;
import io.breakwater.console.web.api.Routes;
import io.breakwater.console.web.ask.Asked;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All exposures of a selection as a file, a page of them in memory at a time. */
public final class ExportRoutes implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(ExportRoutes.class);
  private static final int ROWS = 500;
  private static final int AT_ONCE = 2;
  private static final Duration WAIT = Duration.ofSeconds(30);

  private final Reader reader;
  private final Clock clock;
  private final Semaphore free = new Semaphore(AT_ONCE);

  public ExportRoutes(Reader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  private enum Format {
    CSV("text/csv; charset=utf-8", "csv"),
    OCSF("application/x-ndjson", "ndjson");

    private final String type;
    private final String extension;

    Format(String type, String extension) {
      this.type = type;
      this.extension = extension;
    }
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/exposures/export", this::export);
  }

  private void export(Context request) {
    var asked = new Asked(request);
    var format = asked.word("format", Format.class, Format.CSV);
    var selection = asked.selection();
    if (!free.tryAcquire()) {
      throw Refused.tooMany(AT_ONCE + " exports are being made already", WAIT);
    }
    try {
      var first = reader.page(selection, Optional.empty(), ROWS);
      request.contentType(format.type);
      request.header("Content-Disposition", "attachment; filename=\"" + name(format) + '"');
      request.minSizeForCompression(0);
      send(request, selection, first, format);
    } finally {
      free.release();
    }
  }

  private String name(Format format) {
    return "exposures-"
        + LocalDate.ofInstant(clock.instant(), clock.getZone())
        + "."
        + format.extension;
  }

  /** A file that is not complete must not look as if it were: the connection is cut off. */
  private void send(Context request, Selection selection, Page first, Format format) {
    try {
      write(request.outputStream(), selection, first, format);
    } catch (IOException e) {
      LOG.debug("who asked for an export has gone: {}", e.getMessage());
    } catch (IndexException e) {
      LOG.warn("an export was cut off: {}", e.getMessage());
      cutOff(request);
    } catch (RuntimeException e) {
      LOG.error("an export was cut off", e);
      cutOff(request);
    }
  }

  private static void cutOff(Context request) {
    ServletContextRequest.getServletContextRequest(request.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  private void write(OutputStream out, Selection selection, Page first, Format format)
      throws IOException {
    if (format == Format.CSV) {
      write(out, CsvRows.header());
    }
    writePage(out, first, format);
    for (var page = first; page.next().isPresent(); ) {
      page = reader.page(selection, page.next(), ROWS);
      writePage(out, page, format);
    }
  }

  private void writePage(OutputStream out, Page page, Format format) throws IOException {
    if (format == Format.CSV) {
      for (var exposure : page.exposures()) {
        write(out, CsvRows.line(exposure));
      }
    } else {
      var uids = page.exposures().stream().map(Exposure::uid).toList();
      for (var record : reader.records(uids)) {
        write(out, record + "\n");
      }
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
