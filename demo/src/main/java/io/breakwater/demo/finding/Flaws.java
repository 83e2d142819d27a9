// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.finding;

import io.breakwater.demo.estate.Function;
import java.util.List;

/** The vulnerabilities that may turn up. */
public final class Flaws {
  private static final String REMOTE = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
  private static final String REMOTE_READ = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N";
  private static final String REMOTE_CRASH = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H";
  private static final String REMOTE_HARD = "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N";
  private static final String REMOTE_CLICK = "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N";
  private static final String LOCAL = "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H";
  private static final String LOCAL_HARD = "CVSS:3.1/AV:L/AC:H/PR:L/UI:R/S:U/C:L/I:L/A:N";
  private static final String LOCAL_CRASH = "CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H";

  private static final String RUNS_CODE =
      "let a remote attacker run code by sending a crafted message";
  private static final String READS_MEMORY =
      "read past the end of a buffer and disclose memory to a remote peer";
  private static final String CRASHES = "can be made to use all memory by a small request";
  private static final String RAISES = "let a local user gain the rights of another user";
  private static final String SMUGGLES = "parse header fields in two ways, which allows smuggling";
  private static final String SCRIPTS = "reflect input without escaping it";

  public static final List<Flaw> OF_SYSTEMS =
      List.of(
          system("CVE-2026-40117", "openssh-server", "8.9p1", "8.9p1-3.18", REMOTE, 9.8, RUNS_CODE),
          system(
              "CVE-2026-40233", "openssl-libs", "3.0.8", "3.0.18", REMOTE_READ, 7.5, READS_MEMORY),
          system("CVE-2026-40391", "libcurl4", "7.88.1", "8.14.2", REMOTE, 9.8, RUNS_CODE),
          system("CVE-2026-40420", "nginx", "1.24.0", "1.29.3", REMOTE_READ, 7.5, SMUGGLES),
          system("CVE-2026-40512", "glibc", "2.34", "2.34-117", LOCAL, 7.8, RAISES),
          system("CVE-2026-40588", "kernel", "6.1.72", "6.1.159", LOCAL, 7.8, RAISES),
          system("CVE-2026-40629", "expat", "2.5.0", "2.7.4", REMOTE_CRASH, 7.5, CRASHES),
          system("CVE-2026-40704", "sudo", "1.9.13", "1.9.17p3", LOCAL, 7.8, RAISES),
          system("CVE-2026-40733", "bind-utils", "9.16.48", "9.16.50", REMOTE_CRASH, 7.5, CRASHES),
          system("CVE-2026-40815", "libxml2", "2.10.4", "2.14.6", LOCAL_CRASH, 5.5, CRASHES),
          system("CVE-2026-40862", "python3", "3.9.16", "3.9.25", REMOTE_HARD, 4.8, SMUGGLES),
          system("CVE-2026-40977", "vim-minimal", "9.0.2153", "9.1.1700", LOCAL_HARD, 3.3, RAISES),
          system("CVE-2026-41044", "redis", "6.2.14", "6.2.21", REMOTE, 9.8, RUNS_CODE),
          system("CVE-2026-41109", "git", "2.40.1", "2.51.2", LOCAL_HARD, 3.3, RAISES),
          system("CVE-2026-41160", "sqlite-libs", "3.40.0", "3.50.4", LOCAL_CRASH, 5.5, CRASHES),
          system("CVE-2026-41218", "gnutls", "3.8.3", "3.8.11", REMOTE_CRASH, 7.5, CRASHES));

  private static final List<Flaw> OF_PYTHON =
      List.of(
          python("CVE-2026-42013", "flask", "2.2.2", "2.3.9", REMOTE_READ, 7.5, READS_MEMORY),
          python("CVE-2026-42090", "requests", "2.28.1", "2.32.6", REMOTE_CLICK, 6.1, SCRIPTS),
          python("CVE-2026-42155", "pyyaml", "5.3.1", "6.0.4", REMOTE, 9.8, RUNS_CODE),
          python("CVE-2026-42211", "urllib3", "1.26.14", "2.6.1", REMOTE_HARD, 4.8, SMUGGLES),
          python("CVE-2026-42276", "cryptography", "39.0.1", "46.0.4", REMOTE_CRASH, 7.5, CRASHES),
          python("CVE-2026-42308", "pillow", "9.5.0", "12.1.0", LOCAL_CRASH, 5.5, CRASHES));

  private static final List<Flaw> OF_NODE =
      List.of(
          node("CVE-2026-43027", "express", "4.17.3", "4.21.4", REMOTE_READ, 7.5, SMUGGLES),
          node("CVE-2026-43081", "lodash", "4.17.20", "4.17.23", REMOTE, 9.8, RUNS_CODE),
          node("CVE-2026-43144", "axios", "1.6.2", "1.13.5", REMOTE_CRASH, 7.5, CRASHES),
          node("CVE-2026-43199", "jsonwebtoken", "8.5.1", "9.0.4", REMOTE_READ, 7.5, READS_MEMORY),
          node(
              "CVE-2026-43230",
              "follow-redirects",
              "1.15.2",
              "1.15.12",
              REMOTE_CLICK,
              6.1,
              SCRIPTS),
          node("CVE-2026-43285", "semver", "7.3.8", "7.5.9", LOCAL_HARD, 3.3, RAISES));

  private Flaws() {}

  public static List<Flaw> of(Function.LambdaRuntime runtime) {
    return runtime == Function.LambdaRuntime.PYTHON_3_11 ? OF_PYTHON : OF_NODE;
  }

  private static Flaw system(
      String id, String name, String version, String fixed, String vector, double score, String w) {
    return new Flaw(id, name, version, fixed, "OS", vector, score, w);
  }

  private static Flaw python(
      String id, String name, String version, String fixed, String vector, double score, String w) {
    return new Flaw(id, name, version, fixed, "PIP", vector, score, w);
  }

  private static Flaw node(
      String id, String name, String version, String fixed, String vector, double score, String w) {
    return new Flaw(id, name, version, fixed, "NODEPKG", vector, score, w);
  }
}
