// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.control.Action;
import io.breakwater.core.control.ActionAnswer;
import io.breakwater.core.exposure.Assessment;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.exposure.Obeyed;
import io.breakwater.core.exposure.Pending;
import io.breakwater.core.resource.AboutResource;
import io.breakwater.flink.Settings;
import io.breakwater.flink.account.ExposureCounts;
import io.breakwater.flink.types.Output;
import java.util.Optional;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;

/** Obeys what people decide about the exposure of a key, and answers. */
final class ObeyedActions {
  private final Settings settings;
  private final ExposureCounts counts;
  private final HeldDecisions decisions;
  private final ToldExposure exposure;

  ObeyedActions(
      Settings settings, ExposureCounts counts, HeldDecisions decisions, ToldExposure exposure) {
    this.settings = settings;
    this.counts = counts;
    this.decisions = decisions;
    this.exposure = exposure;
  }

  /**
   * Obeys one.
   *
   * @param assessment of what is known by now; empty where no exposure is open
   * @return whether the exposure is to be told again
   */
  boolean obey(
      Action action,
      Optional<Assessment> assessment,
      KeyedProcessFunction<String, AboutResource, Output>.Context context)
      throws Exception {
    var held = decisions.held();
    var obeyed =
        Obeyed.of(
            action,
            held,
            exposure.told(),
            exposure.closed(),
            assessment.flatMap(Assessment::published).map(Exposure::severity),
            settings.clock().instant());
    answer(action, obeyed.answer(), context);
    if (obeyed.decisions().equals(held)) {
      return false;
    }
    counts.decided(held, obeyed.decisions());
    var at = action.signature().at();
    var timers = context.timerService();
    if (assessment.isEmpty()) {
      decisions.hold(obeyed.decisions(), exposure.now(at, timers), timers);
      return false;
    }
    decisions.keep(obeyed.decisions(), timers);
    exposure.change(new Pending(at, null, settings.isReplay()));
    return true;
  }

  private void answer(
      Action action,
      ActionAnswer answer,
      KeyedProcessFunction<String, AboutResource, Output>.Context context) {
    counts.answered(answer.outcome());
    var json = answer.toJson(settings.clock().instant());
    context.output(Assess.ANSWERS, new Output(action.signature().action(), json));
  }
}
