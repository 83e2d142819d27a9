// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.kinesis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program for Node.js that answers as Kinesis does. */
interface KinesisProgram {
  /** The package that has it. */
  String npmPackage();

  /** Our scripts that are loaded before it, as resources. */
  default List<String> preloads() {
    return List.of("/loopback.cjs");
  }

  /** The script and what it is told. */
  List<String> command(Path installed, int port);

  /** What it reads of its environment. */
  Map<String, String> environment(Path installed, int port) throws IOException;
}
