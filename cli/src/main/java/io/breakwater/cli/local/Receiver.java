// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.cli.console.LocalConsole;
import io.breakwater.console.index.RecordStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes what comes out of the job: into the overview, before the view, and into files if asked. */
final class Receiver implements AutoCloseable {
  private final Overview overview = new Overview();
  private volatile View view;
  private volatile LocalTickets tickets;
  private volatile LocalConsole console;
  private final OutputStream exposures;
  private final OutputStream certificates;
  private final OutputStream deadLetters;
  private final OutputStream actionAnswers;

  /**
   * @param directory where exposures.ndjson, certificates.ndjson, dead-letters.ndjson and
   *     action-answers.ndjson go; null for nowhere
   */
  Receiver(Path directory) throws IOException {
    if (directory == null) {
      exposures = OutputStream.nullOutputStream();
      certificates = OutputStream.nullOutputStream();
      deadLetters = OutputStream.nullOutputStream();
      actionAnswers = OutputStream.nullOutputStream();
    } else {
      Files.createDirectories(directory);
      exposures = file(directory.resolve("exposures.ndjson"));
      certificates = file(directory.resolve("certificates.ndjson"));
      deadLetters = file(directory.resolve("dead-letters.ndjson"));
      actionAnswers = file(directory.resolve("action-answers.ndjson"));
    }
  }

  private static OutputStream file(Path path) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(path));
  }

  /** Who is told; before the job runs. */
  void show(View with) {
    view = with;
  }

  /** Who keeps tickets of it; before the job runs. */
  void keepTickets(LocalTickets with) {
    tickets = with;
  }

  /** What shows it in a browser; before the job runs. */
  void showIn(LocalConsole with) {
    console = with;
  }

  private void index(RecordStream stream, byte[] json) {
    if (console != null) {
      console.accept(stream, json);
    }
  }

  private void ticket(byte[] json) {
    if (tickets != null) {
      tickets.hear(json);
    }
  }

  /** Called by several threads; the revisions of one exposure come in order. */
  synchronized void revision(byte[] json) {
    view.changed(overview.add(Revision.of(json)));
    line(exposures, json);
    index(RecordStream.EXPOSURES, json);
    ticket(json);
  }

  /** Called by several threads; the revisions of one alert come in order. */
  synchronized void certificate(byte[] json) {
    view.certificateChanged(overview.add(CertificateAlert.of(json)));
    line(certificates, json);
    index(RecordStream.CERTIFICATES, json);
    ticket(json);
  }

  synchronized void chokePoint(byte[] json) {
    overview.add(SharedPoint.of(json));
  }

  synchronized void deadLetter(byte[] json) {
    line(deadLetters, json);
    index(RecordStream.DEAD_LETTERS, json);
  }

  synchronized void actionAnswer(byte[] json) {
    line(actionAnswers, json);
    index(RecordStream.ACTION_ANSWERS, json);
  }

  synchronized void ruleAnswer(byte[] json) {
    index(RecordStream.RULE_ANSWERS, json);
  }

  private static void line(OutputStream out, byte[] json) {
    try {
      out.write(json);
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Overview overview() {
    return overview;
  }

  @Override
  public void close() throws IOException {
    exposures.close();
    certificates.close();
    deadLetters.close();
    actionAnswers.close();
  }
}
