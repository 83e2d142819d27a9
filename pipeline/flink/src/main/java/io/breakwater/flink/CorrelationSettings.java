// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import static io.breakwater.flink.setting.JobSetting.optional;
import static io.breakwater.flink.setting.JobSetting.required;

import io.breakwater.flink.kinesis.KinesisSettings;
import io.breakwater.flink.kinesis.StreamSettings;
import io.breakwater.flink.setting.JobSettings;
import java.time.Duration;
import java.util.List;

/** What an operator sets of the correlation job, as far as it has been read. */
final class CorrelationSettings implements StreamSettings.Holder {
  /** All there are. */
  static final JobSettings<CorrelationSettings> ALL =
      JobSettings.of(
          "correlation",
          List.of(
              required("Source", "input-stream")
                  .meaning("the stream that findings are read from")
                  .namesStream(),
              JobSettings.region(),
              JobSettings.endpoint(),
              JobSettings.startPosition(),
              optional("Source", "rule-stream")
                  .meaning(
                      "the stream that updates of rules are read from, from its beginning; without"
                          + " it the rules stay those of the release")
                  .namesStream(),
              optional("Source", "control-stream")
                  .meaning(
                      "the stream that actions of people on exposures are read from, from its"
                          + " beginning; without it nobody acts on the job")
                  .namesStream(),
              required("Sinks", "exposure-stream")
                  .meaning("the stream that exposures are written to")
                  .namesStream(),
              required("Sinks", "certificate-stream")
                  .meaning("the stream that certificate alerts are written to")
                  .namesStream(),
              required("Sinks", "dead-letter-stream")
                  .meaning("the stream that dead letters are written to")
                  .namesStream(),
              optional("Sinks", "choke-point-stream")
                  .meaning(
                      "the stream that what several exposures rest on is written to; without it"
                          + " they are written nowhere")
                  .namesStream(),
              optional("Sinks", "rule-answer-stream")
                  .meaning(
                      "the stream that each update of rules is answered on; without it they are"
                          + " only counted")
                  .namesStream(),
              optional("Sinks", "control-answer-stream")
                  .meaning(
                      "the stream that each action is answered on; without it they are only"
                          + " counted")
                  .namesStream(),
              optional("Correlation", "settle")
                  .fallback(Settings.DEFAULT_SETTLE)
                  .unit("ISO 8601 duration")
                  .range("PT0S to " + Settings.MOST_SETTLE)
                  .meaning("how long changes wait for further ones, unless they raise the severity")
                  .sets((job, text) -> job.live.settle(Duration.parse(text))),
              optional("Correlation", "lateness")
                  .fallback(Settings.DEFAULT_LATENESS)
                  .unit("ISO 8601 duration")
                  .range("PT0S to " + Settings.MOST_LATENESS)
                  .meaning(
                      "how far the job keeps its clock behind the latest event, so that events"
                          + " which come late still count in their turn")
                  .sets((job, text) -> job.live.lateness(Duration.parse(text))),
              optional("Correlation", "hops")
                  .fallback(Settings.DEFAULT_HOPS)
                  .unit("edges")
                  .range(
                      "1 to "
                          + Settings.MOST_HOPS
                          + ", and no fewer than the longest path of the catalogue has")
                  .meaning("over how many edges a trait travels from one resource to another")
                  .sets((job, text) -> job.live.hops(Integer.parseInt(text))),
              optional("Correlation", "judged-again-per-second")
                  .fallback(Settings.DEFAULT_JUDGED_AGAIN_PER_SECOND)
                  .unit("resources a second and task")
                  .range("1 to " + Settings.MOST_JUDGED_AGAIN_PER_SECOND)
                  .meaning(
                      "how fast what is known is judged by new rules, while the stream goes on")
                  .sets((job, text) -> job.live.judgedAgainPerSecond(Integer.parseInt(text))),
              optional("Correlation", "max-record-bytes")
                  .fallback(Settings.DEFAULT_MAX_RECORD_BYTES)
                  .unit("bytes")
                  .range(Settings.LEAST_RECORD_BYTES + " to " + Settings.MOST_RECORD_BYTES)
                  .meaning("larger records are dead letters")
                  .sets((job, text) -> job.live.maxRecordBytes(Integer.parseInt(text)))));

  final KinesisSettings.Builder kinesis = KinesisSettings.builder();
  final Settings.Builder live = Settings.live();

  @Override
  public StreamSettings.Builder streams() {
    return kinesis.streams();
  }
}
