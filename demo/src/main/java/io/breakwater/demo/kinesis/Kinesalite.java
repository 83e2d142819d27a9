// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.kinesis;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Settings from its command line; as many shards as a new account has in the larger regions. */
final class Kinesalite implements KinesisProgram {
  private static final String SHARDS = "500";
  private static final String MILLIS_TO_MAKE_A_STREAM = "100";

  @Override
  public String npmPackage() {
    return "kinesalite";
  }

  @Override
  public List<String> preloads() {
    return List.of("/loopback.cjs", "/kinesalite/cbor.cjs");
  }

  @Override
  public List<String> command(Path installed, int port) {
    return List.of(
        installed.resolve("cli.js").toString(),
        "--port",
        Integer.toString(port),
        "--shardLimit",
        SHARDS,
        "--createStreamMs",
        MILLIS_TO_MAKE_A_STREAM);
  }

  @Override
  public Map<String, String> environment(Path installed, int port) {
    return Map.of();
  }
}
