// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.setting;

import io.breakwater.flink.kinesis.StreamSettings;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that an operator may set of one job on a cluster: what its documentation, its infrastructure
 * and the start of the job itself go by.
 *
 * @param <T> what they are gathered in, before they are judged together
 */
public final class JobSettings<T extends StreamSettings.Holder> {
  private final String job;
  private final List<JobSetting<T>> all;

  private JobSettings(String job, List<JobSetting<T>> all) {
    this.job = job;
    this.all = all;
  }

  /**
   * @param job its name, in one word
   * @param all those of a group together
   */
  public static <T extends StreamSettings.Holder> JobSettings<T> of(
      String job, List<JobSetting<T>> all) {
    return new JobSettings<>(job, List.copyOf(all));
  }

  /** The name of the job, in one word. */
  public String job() {
    return job;
  }

  /** Those of a group together. */
  public List<JobSetting<T>> all() {
    return all;
  }

  /** Where all streams are; the same setting in every job. */
  public static <T extends StreamSettings.Holder> JobSetting<T> region() {
    return JobSetting.required("Source", "region")
        .unit("name of a region")
        .range("a region of AWS, such as eu-central-1")
        .meaning("where all streams are")
        .sets((gathered, text) -> gathered.streams().region(text));
  }

  /** What is called in place of Kinesis; the same setting in every job. */
  public static <T extends StreamSettings.Holder> JobSetting<T> endpoint() {
    return JobSetting.optional("Source", "endpoint")
        .unit("address")
        .range("an http or https address without a path")
        .meaning("a server in place of the one that the region has")
        .sets((gathered, text) -> gathered.streams().endpoint(text));
  }

  /** Where reading begins; the same setting in every job. */
  public static <T extends StreamSettings.Holder> JobSetting<T> startPosition() {
    return JobSetting.optional("Source", "start-position")
        .fallback(StreamSettings.DEFAULT_START_POSITION)
        .unit("position")
        .range("TRIM_HORIZON, LATEST, or a time such as 2026-11-24T00:00:00Z")
        .meaning("where to begin to read, when there is no checkpoint to go on from")
        .sets((gathered, text) -> gathered.streams().startPosition(text));
  }

  /**
   * Sets what is set.
   *
   * @param properties by group and key, such as {@code Source.region}
   * @return what is wrong, missing or unknown, a sentence each; the faults of streams among them
   */
  public List<String> gather(Map<String, String> properties, T gathered) {
    var left = new TreeMap<>(properties);
    var faults = new ArrayList<String>();
    var missing = new ArrayList<JobSetting<T>>();
    for (var setting : all) {
      var text = left.remove(setting.name());
      if (text != null) {
        set(setting, text.strip(), gathered, faults);
      } else if (setting.isRequired()) {
        missing.add(setting);
      }
    }
    gathered.streams().faults().forEach(fault -> faults.add(inGroup(fault)));
    for (var setting : missing) {
      if (faults.stream().noneMatch(fault -> fault.startsWith(setting.name() + " "))) {
        faults.add(setting.name() + " is missing: " + setting.meaning());
      }
    }
    left.keySet().forEach(name -> faults.add(name + " is no setting of this job"));
    return faults;
  }

  private static <T> void set(JobSetting<T> setting, String text, T gathered, List<String> faults) {
    try {
      setting.set(gathered, text);
    } catch (DateTimeException | IllegalArgumentException e) {
      faults.add(
          setting.name()
              + " cannot be '"
              + text
              + "', only "
              + setting.range()
              + " ("
              + setting.unit()
              + ")");
    }
  }

  /** What is wrong about streams is led by the keys of settings, without their groups. */
  private String inGroup(String fault) {
    for (var setting : all) {
      if (fault.startsWith(setting.key() + " ")) {
        return setting.group() + "." + fault;
      }
    }
    return fault;
  }

  /**
   * Refuses to start a job with settings that are wrong.
   *
   * @throws IllegalArgumentException naming every fault, unless there is none
   */
  public static void failIfFaulty(List<String> faults) {
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "the job cannot start, its settings are wrong:\n  " + String.join("\n  ", faults));
    }
  }
}
