// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.page;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The browser that tests of the page use. */
public final class Chromium {
  private static final String CHOSEN = "BREAKWATER_CHROMIUM";
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final Path PROGRAMS = Path.of("/usr/bin");
  private static final Path APT = PROGRAMS.resolve("apt-get");
  private static final boolean CI = "true".equals(System.getenv("CI"));
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  private Chromium() {}

  /** Why there is none, as a sentence. */
  private static final class UnavailableException extends Exception {
    UnavailableException(String message) {
      super(message);
    }
  }

  /** The browser; where there is none the test is skipped, but not in CI. */
  public static Path orAbort() throws IOException {
    try {
      return program();
    } catch (UnavailableException e) {
      if (CI) {
        throw new IllegalStateException(e);
      }
      return abort("Nothing was tried in a browser: " + e.getMessage());
    }
  }

  /** The one that is chosen or found; where there is none it is installed, if this is root. */
  private static Path program() throws IOException, UnavailableException {
    var chosen = System.getenv(CHOSEN);
    if (chosen != null) {
      return Path.of(chosen);
    }
    var found = installed();
    if (found.isPresent()) {
      return found.get();
    }
    if (!ROOT || !Files.isExecutable(APT)) {
      throw new UnavailableException(
          "no Chromium in " + PROGRAMS + ", and only root can install it (or set " + CHOSEN + ")");
    }
    aptGet("update", "-q");
    aptGet("install", "-y", "-q", "--no-install-recommends", "chromium");
    return installed()
        .orElseThrow(() -> new UnavailableException("no Chromium in " + PROGRAMS + " after all"));
  }

  private static Optional<Path> installed() {
    return NAMES.stream().map(PROGRAMS::resolve).filter(Files::isExecutable).findFirst();
  }

  private static void aptGet(String... arguments) throws IOException, UnavailableException {
    var ended =
        Program.of(APT.toString(), arguments).with("DEBIAN_FRONTEND", "noninteractive").run();
    if (ended.exit() != 0) {
      throw new UnavailableException("apt-get " + arguments[0] + " failed: " + ended.output());
    }
  }
}
