// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.certificates;

import io.breakwater.cli.Failure;
import io.breakwater.cli.InputFiles;
import io.breakwater.cli.OutputFormat;
import io.breakwater.cli.catalogue.ChosenCatalogue;
import io.breakwater.core.correlation.CertificateHistory;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Certificates by what is to come. */
@Command(
    name = "certificates",
    description =
        "Show which certificates expire when, what is overdue, and what nobody will tell you about.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "What events say of certificates is read into memory and judged as of one time,",
      "as `breakwater run` does, which also writes every alert."
    })
public final class ShowCertificates implements Callable<Integer> {
  @Mixin private InputFiles inputs;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description =
          "Judge everything as of this time, such as 2026-11-24T00:00:00Z; later events are left out. Default: the latest event time in the input.")
  private Instant asOf;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How many days the calendar goes ahead. Default: ${DEFAULT-VALUE}.")
  private int days = 90;

  @Mixin private ChosenCatalogue catalogue;

  @Option(names = "--format", description = "text or json. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  private Instant latest = Instant.EPOCH;

  @Override
  public Integer call() throws Exception {
    if (days < 1) {
      throw new ParameterException(spec.commandLine(), "--days must be at least 1, was " + days);
    }
    var rules = catalogue.read();
    var history = history();
    if (history.isEmpty()) {
      throw new Failure("no event in the input speaks of a certificate");
    }
    var time = asOf == null ? latest : asOf;
    var standings = history.until(time, rules).standings();
    if (standings.isEmpty()) {
      throw new Failure(
          "as of "
              + time
              + " there is no certificate to show: what events speak of was not heard of yet, or is"
              + " over for so long that it is forgotten");
    }
    var calendar = new Calendar(standings, rules.certificates(), time, days);
    var out = spec.commandLine().getOut();
    out.println(
        format == OutputFormat.JSON ? new JsonCalendar(calendar).text() : calendar.toText());
    out.flush();
    return 0;
  }

  private CertificateHistory history() throws IOException {
    var history = new CertificateHistory();
    inputs.decode(
        spec.commandLine().getErr(),
        record -> {
          record.parts().forEach(history::add);
          record.eventTime().filter(at -> at.isAfter(latest)).ifPresent(at -> latest = at);
        });
    return history;
  }
}
