// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.kinesis;

import io.breakwater.demo.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Settings from its environment; wants a port for TLS as well. */
final class KinesisMock implements KinesisProgram {
  @Override
  public String npmPackage() {
    return "kinesis-local";
  }

  @Override
  public List<String> command(Path installed, int port) {
    return List.of(installed.resolve("main.js").toString());
  }

  @Override
  public Map<String, String> environment(Path installed, int port) throws IOException {
    return Map.of(
        "KINESIS_MOCK_PLAIN_PORT", Integer.toString(port),
        "KINESIS_MOCK_TLS_PORT", Integer.toString(ServerProcess.freePort()),
        "KINESIS_MOCK_CERT_PATH", installed.resolve("server.json").toString());
  }
}
