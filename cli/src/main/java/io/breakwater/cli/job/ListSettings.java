// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.job;

import io.breakwater.cli.TextTable;
import io.breakwater.flink.JobSetting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** All settings with what they may be. */
@Command(
    name = "list",
    description = "List every setting with its default, unit and range.",
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
    var table = new TextTable("SETTING", "DEFAULT", "UNIT", "RANGE");
    var meanings = new ArrayList<String>();
    for (var setting : JobSetting.all()) {
      table.row(setting.name(), fallback(setting), setting.unit(), setting.range());
      meanings.add("%s: %s".formatted(setting.name(), setting.meaning()));
    }
    var lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.addAll(meanings);
    return lines;
  }

  private static String fallback(JobSetting setting) {
    return setting.fallback().orElse(setting.isRequired() ? "required" : "-");
  }

  private static String markdown() {
    var lines = new ArrayList<String>();
    String group = null;
    for (var setting : JobSetting.all()) {
      if (!setting.group().equals(group)) {
        lines.add((group == null ? "" : "\n") + "## " + setting.group() + "\n");
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
    return String.join("\n", lines) + "\n";
  }
}
