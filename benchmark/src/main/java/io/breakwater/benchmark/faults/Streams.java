// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.faults;

import io.breakwater.demo.kinesis.KinesisLocal;
import java.io.IOException;

/** The streams of one run. */
record Streams(
    String findings,
    String exposures,
    String certificates,
    String deadLetters,
    String rules,
    String control,
    String answers) {
  private static final int SHARDS = 2;

  static Streams made(KinesisLocal server, String run) throws IOException, InterruptedException {
    var streams =
        new Streams(
            run + "-findings",
            run + "-exposures",
            run + "-certificates",
            run + "-dead-letters",
            run + "-rules",
            run + "-control",
            run + "-control-answers");
    server.createStream(streams.findings, SHARDS);
    server.createStream(streams.exposures, SHARDS);
    server.createStream(streams.certificates, 1);
    server.createStream(streams.deadLetters, 1);
    server.createStream(streams.rules, 1);
    server.createStream(streams.control, SHARDS);
    server.createStream(streams.answers, 1);
    return streams;
  }
}
