// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.job;

import io.breakwater.cli.Failure;
import io.breakwater.flink.JobProperties;
import io.breakwater.response.ResponseProperties;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether the job would start with these settings. */
@Command(
    name = "check",
    description = {
      "Tell whether the job would start with the settings of a file, and what is wrong with them.",
      "",
      "The file has them as Managed Service for Apache Flink keeps them:",
      "[{\"PropertyGroupId\": \"Source\", \"PropertyMap\": {\"input-stream\": \"findings\", …}}, …]",
      "",
      "The plan of the response job is read from where the file says that it is, and checked as well."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Exits with 1 when something is wrong."})
final class CheckSettings implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A file of property groups, in JSON.")
  private Path file;

  @Option(names = "--job", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Job job = Job.CORRELATION;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try {
      job.check(file);
    } catch (IllegalArgumentException e) {
      throw new Failure(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new Failure("cannot read the settings: " + e.getMessage(), e);
    }
    var out = spec.commandLine().getOut();
    out.println(file + ": the job would start with these settings");
    out.flush();
    return 0;
  }

  /** Which job would start with them. */
  private enum Job {
    CORRELATION {
      @Override
      void check(Path file) throws IOException {
        JobProperties.in(file);
      }
    },
    RESPONSE {
      @Override
      void check(Path file) throws IOException {
        ResponseProperties.in(file);
      }
    };

    /**
     * @throws IllegalArgumentException naming every fault
     * @throws IOException when the file cannot be read, or has no groups in it
     */
    abstract void check(Path file) throws IOException;

    /** As it is written. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
