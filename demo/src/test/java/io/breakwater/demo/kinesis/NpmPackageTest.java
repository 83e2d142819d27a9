// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NpmPackageTest {
  @TempDir private Path directory;

  @Test
  void a_missing_npm_is_said_with_what_to_do() {
    var somePackage = new NpmPackage("kinesis-local", "no-such-npm", cache());

    assertThatThrownBy(somePackage::install)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot run npm to install kinesis-local")
        .hasMessageContaining("install Node.js 20 or later");
  }

  @Test
  void a_failing_npm_is_said_with_its_own_words() throws Exception {
    var npm = script("echo registry not reachable; exit 1");
    var somePackage = new NpmPackage("kinesis-local", npm, cache());

    assertThatThrownBy(somePackage::install)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("npm could not install kinesis-local")
        .hasMessageEndingWith("registry not reachable");
  }

  @Test
  void a_failed_installation_leaves_nothing_behind() throws Exception {
    var npm = script("exit 1");
    var somePackage = new NpmPackage("kinesis-local", npm, cache());

    assertThatThrownBy(somePackage::install).isInstanceOf(IOException.class);

    assertThat(cache()).isEmptyDirectory();
  }

  @Test
  void what_is_installed_is_not_installed_again() throws Exception {
    var npm = script("echo x >> " + directory + "/calls; mkdir -p node_modules/kinesis-local");
    var somePackage = new NpmPackage("kinesis-local", npm, cache());

    var first = somePackage.install();
    var second = somePackage.install();

    assertThat(second).isEqualTo(first).isDirectory();
    assertThat(directory.resolve("calls")).hasContent("x\n");
  }

  private Path cache() {
    return directory.resolve("cache");
  }

  private String script(String body) throws IOException {
    var executable = PosixFilePermissions.fromString("rwx------");
    var file =
        Files.createFile(
            directory.resolve("npm"), PosixFilePermissions.asFileAttribute(executable));
    return Files.writeString(file, "#!/bin/sh\n" + body + "\n").toString();
  }
}
