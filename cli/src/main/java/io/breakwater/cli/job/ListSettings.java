// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.job;

import io.breakwater.cli.TextTable;
import io.breakwater.flink.setting.JobSetting;
import io.breakwater.flink.setting.JobSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** All settings with what they may be. */
@Command(
    name = "list",
    description = "List every setting of every job with its default, unit and range.",
    mixinStandardHelpOptions = true)
final class ListSettings implements Callable<Integer> {
  @Mixin private Listing listing;

  @Override
  public Integer call() throws IOException {
    listing.print(
        "settings list", ListSettings::text, JobContract::settings, ListSettings::markdown);
    return 0;
  }

  private static List<String> text() {
    var lines = new ArrayList<String>();
    for (var job : Jobs.SETTINGS) {
      var table = new TextTable("SETTING", "DEFAULT", "UNIT", "RANGE");
      var meanings = new ArrayList<String>();
      for (var setting : job.all()) {
        table.row(setting.name(), fallback(setting), setting.unit(), setting.range());
        meanings.add("%s: %s".formatted(setting.name(), setting.meaning()));
      }
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(Jobs.title(job.job()));
      lines.add("");
      lines.addAll(table.lines());
      lines.add("");
      lines.addAll(meanings);
    }
    return lines;
  }

  private static String fallback(JobSetting<?> setting) {
    return setting.fallback().orElse(setting.isRequired() ? "required" : "-");
  }

  private static String markdown() {
    return Jobs.SETTINGS.stream()
            .map(job -> "## " + Jobs.title(job.job()) + "\n" + markdown(job))
            .collect(Collectors.joining("\n\n"))
        + "\n";
  }

  private static String markdown(JobSettings<?> job) {
    var lines = new ArrayList<String>();
    String group = null;
    for (var setting : job.all()) {
      if (!setting.group().equals(group)) {
        lines.add("\n### " + setting.group() + "\n");
        lines.add("| key | meaning | default | unit | range |\n|---|---|---|---|---|");
        group = setting.group();
      }
      lines.add(
          "| `%s` | %s | %s | %s | %s |"
              .formatted(
                  setting.key(),
                  setting.meaning(),
                  setting
                      .fallback()
                      .map("`%s`"::formatted)
                      .orElse(setting.isRequired() ? "required" : "–"),
                  setting.unit(),
                  setting.range()));
    }
    return String.join("\n", lines);
  }
}
