// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.archive;

import io.breakwater.history.HistoryException;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.LimitExceededException;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;

/** Questions to EventBridge, whose refusals people can read. */
final class Asked {
  private static final String RIGHTS =
      "; allow events:DescribeArchive, events:StartReplay, events:DescribeReplay,"
          + " events:CancelReplay, events:DescribeRule, events:ListRuleNamesByTarget,"
          + " events:ListTargetsByRule, events:PutRule, events:PutTargets, events:RemoveTargets,"
          + " events:DeleteRule, and iam:PassRole for the role of the target";

  private Asked() {}

  /**
   * @param what such as {@code start replay x}
   * @throws HistoryException when EventBridge refuses, or cannot be reached
   */
  static <T> T to(String what, Supplier<T> question) throws HistoryException, InterruptedException {
    try {
      return question.get();
    } catch (AbortedException e) {
      throw new InterruptedException(e.getMessage());
    } catch (SdkException e) {
      throw new HistoryException("cannot " + what + ": " + e.getMessage() + advice(e), e);
    }
  }

  /** The same of what may not be there: then the answer is empty. */
  static <T> Optional<T> ifThere(String what, Supplier<T> question)
      throws HistoryException, InterruptedException {
    return to(
        what,
        () -> {
          try {
            return Optional.of(question.get());
          } catch (ResourceNotFoundException e) {
            return Optional.empty();
          }
        });
  }

  private static String advice(SdkException e) {
    if (e instanceof LimitExceededException) {
      return "; an account runs ten replays at a time in a region and has a limited number of"
          + " rules: wait until one has ended, or cancel it";
    }
    if (e instanceof ResourceNotFoundException) {
      return "; is the name right, and the region?";
    }
    boolean isDenied =
        e instanceof EventBridgeException answer
            && answer.awsErrorDetails() != null
            && "AccessDeniedException".equals(answer.awsErrorDetails().errorCode());
    return isDenied ? RIGHTS : "";
  }
}
