// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.securityhub;

import static java.util.concurrent.CompletableFuture.completedFuture;

import io.breakwater.response.aws.AwsAnswers;
import io.breakwater.response.aws.AwsClients;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.Notice;
import io.breakwater.response.targets.Done;
import io.breakwater.response.targets.Merging;
import io.breakwater.response.targets.Message;
import io.breakwater.response.targets.MessageTarget;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.targets.Outcome.End;
import io.breakwater.response.targets.PlainText;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.securityhub.model.BatchImportFindingsRequest;
import software.amazon.awssdk.services.securityhub.model.BatchImportFindingsResponse;

/**
 * AWS Security Hub: each exposure is one finding of the account that its resource is in, which
 * follows it. It is archived when the exposure is over, or somebody decided to live with it, and
 * active again when it opens again. Digests and the like are refused, as they are no finding.
 *
 * <p>An import that comes again has no effect, nor has one that an import of a later record has
 * come before: see {@link UpdateTimes}. Limits and rights are those of one account and Region, and
 * the others are not kept waiting for them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/finding-update-batchimportfindings.html">BatchImportFindings</a>
 */
public final class SecurityHubTarget implements MessageTarget {
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern PARTITION = Pattern.compile("aws(?:-[a-z]+)*");
  private static final String USUAL_PARTITION = "aws";
  private static final int TOLD_CHARACTERS = 300;
  private static final Set<String> ITS_OWN_FAULTS =
      Set.of("ConcurrentUpdateError", "InternalError", "InternalException");

  /** Until somebody may have given the role its rights, or turned Security Hub on. */
  private static final Duration ACCOUNT_PAUSE = Duration.ofMinutes(1);

  private final SecurityHubSettings settings;
  private final Hubs hubs;
  private final Asff asff;
  private final UpdateTimes times = new UpdateTimes();

  public SecurityHubTarget(SecurityHubSettings settings, Hubs hubs) {
    this.settings = Objects.requireNonNull(settings);
    this.hubs = Objects.requireNonNull(hubs);
    this.asff = new Asff(settings);
  }

  @Override
  public boolean knowsRepeats() {
    return true;
  }

  /** What counts is how it is now. */
  @Override
  public Merging merging() {
    return Merging.EVERYTHING;
  }

  /** It takes findings, and a word is none. */
  @Override
  public boolean takesWords() {
    return false;
  }

  @Override
  public boolean handsOnRecords() {
    return false;
  }

  @Override
  public CompletableFuture<Outcome<Done>> send(Message message) {
    var notice = message.notice();
    if (message.kind() == MessageKind.DIGEST
        || message.kind() == MessageKind.CAPPED
        || PlainText.line(notice.getUid(), 1).isEmpty()) {
      return completedFuture(
          Outcome.refused("a message that is not about one exposure is no finding: " + message));
    }
    var account = notice.getSubject().getAccount();
    if (!ACCOUNT.matcher(account).matches()) {
      return completedFuture(
          Outcome.refused(
              "a finding is of an account of twelve digits, not "
                  + PlainText.line(account, TOLD_CHARACTERS)));
    }
    return imported(notice, account, regionOf(notice))
        .handle((answer, failure) -> judged(account, answer, failure));
  }

  /** What has none is at home, such as users and roles. */
  private String regionOf(Notice notice) {
    var region = notice.getSubject().getRegion();
    return settings.inRegionOfResource() && SecurityHubSettings.REGION.matcher(region).matches()
        ? region
        : settings.homeRegion();
  }

  private CompletableFuture<BatchImportFindingsResponse> imported(
      Notice notice, String account, String region) {
    var said = notice.getSubject().getPartition();
    var partition = PARTITION.matcher(said).matches() ? said : USUAL_PARTITION;
    var finding = asff.finding(notice, partition, account, region, times.of(notice));
    var request = BatchImportFindingsRequest.builder().findings(finding).build();
    return AwsClients.aside(() -> hubs.of(partition, account, region).batchImportFindings(request));
  }

  private static Outcome<Done> judged(
      String account, BatchImportFindingsResponse answer, Throwable failure) {
    var call = "BatchImportFindings of account " + account;
    if (failure != null) {
      return ofAccount(AwsAnswers.failed(call, failure), AwsAnswers.isAnswered(failure));
    }
    if (!answer.failedFindings().isEmpty()) {
      var failed = answer.failedFindings().get(0);
      var words =
          call
              + ": "
              + PlainText.line(failed.errorCode() + ": " + failed.errorMessage(), TOLD_CHARACTERS);
      return ITS_OWN_FAULTS.contains(failed.errorCode())
          ? Outcome.throttled(words, ACCOUNT_PAUSE, false)
          : Outcome.refused(words);
    }
    return answer.successCount() != null && answer.successCount() == 1
        ? Outcome.done(Done.DONE)
        : Outcome.unclear(call + " was answered by something else than Security Hub");
  }

  private static Outcome<Done> ofAccount(Outcome<Done> outcome, boolean isAnswered) {
    return outcome.end() == End.NOT_DONE && isAnswered
        ? Outcome.throttled(outcome.reason(), outcome.retryAfter().orElse(ACCOUNT_PAUSE), false)
        : outcome;
  }
}
