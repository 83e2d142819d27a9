// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.cli.GeneratedPart;
import io.breakwater.cli.OutputFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a list of the job's settings or metrics is handed out: to people, to programs, to a page. */
final class Listing {
  @Option(names = "--format", description = "text or json. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  @Option(
      names = "--into",
      paramLabel = "PAGE",
      description = "Renew the table between the markers of this page of docs/ instead.")
  private Path page;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * @param command whose name stands in the markers of its page
   */
  void print(
      String command,
      Supplier<List<String>> text,
      Supplier<List<Map<String, Object>>> json,
      Supplier<String> markdown)
      throws IOException {
    if (page != null) {
      GeneratedPart.of(page, command).replaceBy(markdown.get());
      return;
    }
    var out = spec.commandLine().getOut();
    if (format == OutputFormat.JSON) {
      out.println(new ObjectMapper().writeValueAsString(json.get()));
    } else {
      text.get().forEach(out::println);
    }
    out.flush();
  }
}
