// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.certificates;

import io.breakwater.cli.TextTable;
import io.breakwater.core.certificate.CertificateRules;
import io.breakwater.core.certificate.CertificateStanding;
import io.breakwater.core.certificate.CertificateState;
import io.breakwater.core.certificate.Origin;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Certificates by what is to come: who has to act, what ends when, what nobody tells of. */
final class Calendar {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

  private static final Comparator<CertificateStanding> BY_END =
      Comparator.<CertificateStanding, Instant>comparing(
              standing -> standing.issue().expiry().orElse(Instant.MAX))
          .thenComparing(standing -> standing.certificate().arn());

  private static final Comparator<CertificateStanding> MOST_URGENT =
      Comparator.<CertificateStanding, Severity>comparing(
              standing -> standing.alert().orElseThrow().severity(), Comparator.reverseOrder())
          .thenComparing(BY_END);

  private final List<CertificateStanding> standings;
  private final CertificateRules rules;
  private final Instant asOf;
  private final int days;

  Calendar(List<CertificateStanding> standings, CertificateRules rules, Instant asOf, int days) {
    this.standings = standings.stream().sorted(BY_END).toList();
    this.rules = rules;
    this.asOf = asOf;
    this.days = days;
  }

  /** By their ends; those of which nobody said it last. */
  List<CertificateStanding> standings() {
    return standings;
  }

  Instant asOf() {
    return asOf;
  }

  /** Where somebody has to act, the most urgent first. */
  List<CertificateStanding> alerts() {
    return standings.stream()
        .filter(standing -> standing.alert().isPresent())
        .sorted(MOST_URGENT)
        .toList();
  }

  /** What ends within the days of the calendar, or has not long ended. */
  List<CertificateStanding> upcoming() {
    var until = asOf.plus(Duration.ofDays(days));
    return standings.stream()
        .filter(standing -> standing.state() != CertificateState.DELETED)
        .filter(
            standing ->
                standing
                    .issue()
                    .expiry()
                    .filter(end -> end.isAfter(asOf) && !end.isAfter(until))
                    .isPresent())
        .toList();
  }

  /** Why nobody will tell of the certificate, or not of all; empty where ACM does. */
  List<String> untold(CertificateStanding standing) {
    var reasons = new ArrayList<String>();
    if (isOver(standing)) {
      return reasons;
    }
    if (standing.issue().expiry().isEmpty()) {
      reasons.add("nobody said when it ends");
    }
    if (standing.origin() == Origin.IMPORTED) {
      reasons.add("imported: ACM sends no event when it expires");
    }
    if (standing.origin() == Origin.ACME) {
      reasons.add("its ACME client renews it: ACM does not watch over that");
    }
    if (standing.origin().isRenewedByAcm()
        && standing.inUse() == Known.NO
        && standing.exported() != Known.YES) {
      reasons.add("nothing uses it: ACM will not renew it");
    }
    if (standing.exported() == Known.YES) {
      reasons.add("exported: its copies outside AWS do not change with it");
    }
    standing
        .silentSince()
        .ifPresent(since -> reasons.add("its daily events stopped on " + DATE.format(since)));
    return reasons;
  }

  private static boolean isOver(CertificateStanding standing) {
    return standing.state() == CertificateState.DELETED
        || standing.state() == CertificateState.EXPIRED
        || standing.state() == CertificateState.REVOKED;
  }

  /** When ACM begins to renew it; empty where ACM does not. */
  Optional<Instant> renewalStarts(CertificateStanding standing) {
    return beforeEnd(standing, rules.renewalDays(standing.issue().validityDays()));
  }

  /** From when on its renewal is overdue; empty where ACM does not renew it. */
  Optional<Instant> renewalOverdue(CertificateStanding standing) {
    return beforeEnd(standing, rules.overdueDays(standing.issue().validityDays()));
  }

  private static Optional<Instant> beforeEnd(CertificateStanding standing, int days) {
    return standing.origin().isRenewedByAcm()
        ? standing.issue().expiry().map(end -> end.minus(Duration.ofDays(days)))
        : Optional.empty();
  }

  String toText() {
    var text = new StringBuilder();
    text.append(
        String.format(
            "%,d certificates as of %s: somebody has to act on %,d, %,d end within %,d days%n",
            standings.size(), asOf, alerts().size(), upcoming().size(), days));
    section(text, "Somebody has to act", alertTable());
    section(text, "What ends within " + days + " days", upcomingTable());
    section(text, "What nobody will tell you about", untoldTable());
    return text.toString().stripTrailing();
  }

  private static void section(StringBuilder text, String title, TextTable table) {
    text.append('\n').append(title).append('\n');
    var lines = table.lines();
    if (lines.size() == 1) {
      text.append("  none\n");
    } else {
      lines.forEach(line -> text.append("  ").append(line).append('\n'));
    }
  }

  private TextTable alertTable() {
    var table = new TextTable("SEVERITY", "DAYS", "ENDS", "STATE", "USED BY", "ACCOUNT", "WHAT");
    for (var standing : alerts()) {
      var alert = standing.alert().orElseThrow();
      table.row(
          alert.severity().label(),
          days(standing),
          end(standing),
          standing.state().key(),
          users(standing),
          standing.certificate().arn().account(),
          alert.title());
    }
    return table;
  }

  private TextTable upcomingTable() {
    var table =
        new TextTable("ENDS", "DAYS", "NAME", "ORIGIN", "USED", "RENEWAL", "ACCOUNT", "REGION");
    for (var standing : upcoming()) {
      var arn = standing.certificate().arn();
      table.row(
          end(standing),
          days(standing),
          standing.certificate().name(),
          standing.origin().key(),
          used(standing),
          renewal(standing),
          arn.account(),
          arn.region());
    }
    return table;
  }

  private TextTable untoldTable() {
    var table = new TextTable("ENDS", "DAYS", "NAME", "ACCOUNT", "WHY");
    for (var standing : standings) {
      var reasons = untold(standing);
      if (!reasons.isEmpty()) {
        table.row(
            end(standing),
            days(standing),
            standing.certificate().name(),
            standing.certificate().arn().account(),
            String.join("; ", reasons));
      }
    }
    return table;
  }

  private String renewal(CertificateStanding standing) {
    if (standing.origin().isRenewedByAcm()) {
      var overdue = renewalOverdue(standing).orElseThrow();
      return overdue.isAfter(asOf)
          ? "from " + DATE.format(renewalStarts(standing).orElseThrow())
          : "overdue since " + DATE.format(overdue);
    }
    return switch (standing.origin()) {
      case IMPORTED -> "import it anew";
      case ACME -> "by its client";
      default -> "unknown";
    };
  }

  /** A day that is known by a count of days alone may be the one beside it. */
  private static String end(CertificateStanding standing) {
    return standing
        .issue()
        .expiry()
        .map(end -> (standing.issue().isExact() ? "" : "~") + DATE.format(end))
        .orElse("unknown");
  }

  private static String days(CertificateStanding standing) {
    return standing.daysLeft().isPresent() ? Integer.toString(standing.daysLeft().getAsInt()) : "?";
  }

  private static String used(CertificateStanding standing) {
    return switch (standing.inUse()) {
      case YES -> "yes";
      case NO -> standing.exported() == Known.YES ? "exported" : "no";
      case UNKNOWN -> "?";
    };
  }

  private static String users(CertificateStanding standing) {
    int users = standing.certificate().usedBy().size();
    return users == 0 ? used(standing) : Integer.toString(users);
  }
}
