// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import static io.breakwater.core.certificate.Words.approaching;
import static io.breakwater.core.certificate.Words.available;
import static io.breakwater.core.certificate.Words.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.certificate.Issue.Beginning;
import org.junit.jupiter.api.Test;

/** What a certificate is at present, by what was said of it. */
final class IssueTest {
  @Test
  void a_certificate_ends_when_the_event_of_its_issue_says() {
    var issue = issue(available("AMAZON_ISSUED", "ISSUANCE", 0, 198));

    assertThat(issue.beginning()).isEqualTo(Beginning.ISSUED);
    assertThat(issue.expiry()).contains(day(198));
    assertThat(issue.isExact()).isTrue();
    assertThat(issue.validityDays()).hasValue(198);
  }

  @Test
  void days_that_are_left_give_the_end_to_the_day() {
    var issue = issue(approaching(10, 30));

    assertThat(issue.beginning()).isEqualTo(Beginning.UNKNOWN);
    assertThat(issue.expiry()).contains(day(40));
    assertThat(issue.isExact()).isFalse();
  }

  @Test
  void a_date_is_not_given_up_for_days_that_agree_with_it() {
    var issue = issue(available("IMPORTED", "IMPORT", 0, 198), approaching(153.3, 45));

    assertThat(issue.expiry()).contains(day(198));
    assertThat(issue.isExact()).isTrue();
  }

  @Test
  void a_renewal_begins_another_issue() {
    var issue =
        issue(
            available("AMAZON_ISSUED", "RENEWAL", 160, 198),
            approaching(155, 43),
            available("AMAZON_ISSUED", "ISSUANCE", 0, 198));

    assertThat(issue.beginning()).isEqualTo(Beginning.RENEWED);
    assertThat(issue.expiry()).contains(day(358));
  }

  @Test
  void a_later_end_means_a_renewal_that_nobody_told_of() {
    var issue = issue(available("AMAZON_ISSUED", "ISSUANCE", 0, 198), approaching(320, 45));

    assertThat(issue.beginning()).isEqualTo(Beginning.UNHEARD);
    assertThat(issue.expiry()).contains(day(365));
    assertThat(issue.validityDays()).hasValue(198);
  }

  @Test
  void a_word_of_the_issue_before_that_crosses_a_renewal_changes_nothing() {
    var issue = issue(available("AMAZON_ISSUED", "RENEWAL", 160, 198), approaching(160.2, 38));

    assertThat(issue.beginning()).isEqualTo(Beginning.RENEWED);
    assertThat(issue.expiry()).contains(day(358));
  }

  @Test
  void an_earlier_end_that_is_still_said_a_day_later_counts() {
    var issue = issue(available("IMPORTED", "IMPORT", 0, 365), approaching(50, 40));

    assertThat(issue.beginning()).isEqualTo(Beginning.UNHEARD);
    assertThat(issue.expiry()).contains(day(90));
  }

  @Test
  void a_rotation_leaves_the_end_open_until_somebody_says_it() {
    var rotated = Words.event(CertificateEventType.ROTATED, 100).build();

    assertThat(issue(available("AMAZON_ISSUED", "ISSUANCE", 0, 198), rotated).expiry()).isEmpty();
    assertThat(
            issue(available("AMAZON_ISSUED", "ISSUANCE", 0, 198), rotated, approaching(253, 45))
                .expiry())
        .contains(day(298));
  }

  private static Issue issue(CertificateEvent... events) {
    var known = KnownCertificate.named(Words.ARN);
    for (var event : events) {
      known = known.with(event);
    }
    return Issue.of(known);
  }
}
