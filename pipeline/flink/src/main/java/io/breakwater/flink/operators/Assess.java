// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.exposure.Announced;
import io.breakwater.core.exposure.Assessor;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.exposure.Lifecycle;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.ocsf.ExposureFindingWriter;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.flink.Settings;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.Pending;
import io.breakwater.flink.types.WireTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the evidence on each resource, and tells readers when what it adds up to changes. Keyed by
 * resource.
 *
 * <p>An exposure that is new or more severe is announced at once; any other change settles for a
 * while first, in processing time in a live job. In a bounded run changes of the same event time
 * are one change, so that the revisions do not depend on how the input was cut.
 */
public final class Assess extends KeyedProcessFunction<String, TraitChange, Output> {
  private static final long serialVersionUID = 1L;

  private final Settings settings;

  private transient Assessor assessor;
  private transient ExposureFindingWriter writer;
  private transient MapState<Long, Evidence> evidence;
  private transient ValueState<Announced> announced;
  private transient ValueState<Pending> pending;

  public Assess(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    var catalogue = settings.catalogue();
    assessor = new Assessor(catalogue);
    writer = new ExposureFindingWriter(catalogue, settings.version());
    var runtime = getRuntimeContext();
    evidence =
        runtime.getMapState(new MapStateDescriptor<>("evidence", Types.LONG, WireTypes.EVIDENCE));
    announced = runtime.getState(new ValueStateDescriptor<>("announced", WireTypes.ANNOUNCED));
    pending = runtime.getState(new ValueStateDescriptor<>("pending", WireTypes.PENDING));
  }

  @Override
  public void processElement(TraitChange change, Context context, Collector<Output> out)
      throws Exception {
    var before = pending.value();
    if (settings.isBounded()) {
      if (before != null && change.at().isAfter(before.time())) {
        announce(before, out);
        before = null;
      }
      take(change, before);
      context.timerService().registerEventTimeTimer(change.at().toEpochMilli());
      return;
    }
    take(change, before);
    if (settings.settle().isZero() || isUrgent()) {
      announce(pending.value(), out);
    } else if (before == null) {
      context
          .timerService()
          .registerProcessingTimeTimer(
              context.timerService().currentProcessingTime() + settings.settle().toMillis());
    }
  }

  private void take(TraitChange change, Pending before) throws Exception {
    if (change.evidence().isPresent()) {
      evidence.put(change.signalKey(), change.evidence().get());
    } else {
      evidence.remove(change.signalKey());
    }
    pending.update(before == null ? Pending.of(change) : before.and(change));
  }

  private boolean isUrgent() throws Exception {
    return Lifecycle.isUrgent(Optional.ofNullable(announced.value()), assess());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Output> out) throws Exception {
    var waiting = pending.value();
    if (waiting != null) {
      announce(waiting, out);
    }
  }

  private void announce(Pending waiting, Collector<Output> out) throws Exception {
    pending.clear();
    var revision =
        Lifecycle.next(
            Optional.ofNullable(announced.value()),
            assess(),
            waiting.why(),
            waiting.time(),
            waiting.replayed());
    if (revision.isPresent()) {
      remember(revision.get());
      out.collect(new Output(revision.get().exposureUid(), writer.toJson(revision.get())));
    }
  }

  private void remember(Revision revision) throws Exception {
    if (revision.activity() == Revision.Activity.CLOSE) {
      announced.clear();
    } else {
      announced.update(revision.announced());
    }
  }

  private Optional<Exposure> assess() throws Exception {
    List<Evidence> all = new ArrayList<>();
    evidence.values().forEach(all::add);
    return all.isEmpty() ? Optional.empty() : assessor.assess(resourceOf(all), all);
  }

  /** Sources may differ in what they know of a resource: the fullest description counts. */
  private static Resource resourceOf(List<Evidence> all) {
    return all.stream()
        .map(item -> item.signal().resource())
        .max(Resource.BY_COMPLETENESS)
        .orElseThrow();
  }
}
