// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.certificate.CertificateWord;
import io.breakwater.core.certificate.Presenter;
import io.breakwater.core.certificate.PresenterItem;
import io.breakwater.core.rules.Rules;
import io.breakwater.core.signal.Product;
import io.breakwater.flink.Settings;
import io.breakwater.flink.types.TrackedWord;
import io.breakwater.flink.types.WireTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Which certificates each resource presents, by the configuration items of itself and its parts,
 * and what changes of that. Keyed by the resource.
 *
 * <p>One timer a resource, at the earliest end of an item's window known when it was set.
 */
public final class Presenters extends KeyedProcessFunction<String, PresenterItem, TrackedWord>
    implements FollowsRules {
  private static final long serialVersionUID = 1L;

  private static final Comparator<PresenterItem> ANY = Comparator.comparing(PresenterItem::item);

  private static final int PRESENTER = 1;
  private static final int WAKE_UP = 2;

  private final Settings settings;

  private transient Duration window;
  private transient ValueState<Presenter> presenter;
  private transient WakeUp wakeUp;
  private transient SameTime<PresenterItem> together;

  public Presenters(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    window = settings.catalogue().windowOf(Product.CONFIG);
    var state = KeyState.in(getRuntimeContext());
    presenter = state.value(PRESENTER, Presenter.class);
    wakeUp = WakeUp.in(state, WAKE_UP);
    if (settings.isBounded()) {
      together = SameTime.in(getRuntimeContext(), WireTypes.PRESENTER_ITEM);
    }
  }

  @Override
  public void follow(Rules now) {
    window = now.catalogue().windowOf(Product.CONFIG);
  }

  @Override
  public void processElement(PresenterItem item, Context context, Collector<TrackedWord> out)
      throws Exception {
    if (!settings.isBounded()) {
      observe(List.of(item), item.at(), context, out);
      return;
    }
    if (together.isBefore(context.timestamp())) {
      observeTogether(context, out);
    }
    together.add(item, context.timestamp(), context.timerService());
  }

  private void observeTogether(Context context, Collector<TrackedWord> out) throws Exception {
    if (!together.isEmpty()) {
      var now = Instant.ofEpochMilli(together.time());
      endWindows(now, context, out);
      observe(together.take(ANY), now, context, out);
    }
  }

  private void observe(
      List<PresenterItem> items, Instant now, Context context, Collector<TrackedWord> out)
      throws Exception {
    var before = known();
    var after = before;
    boolean replayed = false;
    for (var item : items) {
      after = after.with(item);
      replayed |= item.replayed();
    }
    keep(before, after, now, replayed, context, out);
  }

  private Presenter known() throws Exception {
    var known = presenter.value();
    return known == null ? Presenter.unknown() : known;
  }

  private void keep(
      Presenter before,
      Presenter after,
      Instant now,
      boolean replayed,
      Context context,
      Collector<TrackedWord> out)
      throws Exception {
    if (after.equals(before)) {
      return;
    }
    for (var use : after.changesSince(before, now, replayed)) {
      out.collect(TrackedWord.of(CertificateWord.of(use)));
    }
    if (after.isEmpty()) {
      presenter.clear();
    } else {
      presenter.update(after);
      wakeUpAtNextEnd(after, context);
    }
  }

  private void wakeUpAtNextEnd(Presenter known, Context context) throws Exception {
    var next = known.nextEnd(window);
    if (next.isPresent() && !settings.isBounded()) {
      wakeUp.at(WakeUp.timerFor(next.get()), context.timerService());
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<TrackedWord> out)
      throws Exception {
    if (settings.isBounded()) {
      observeTogether(context, out);
      endWindows(settings.asOf().orElseThrow(), context, out);
    } else if (settings.mayFire(time, context.timerService())) {
      wakeUp.clear();
      endWindows(Instant.ofEpochMilli(time), context, out);
      wakeUpAtNextEnd(known(), context);
    }
  }

  /** Each window at its own end. */
  private void endWindows(Instant now, Context context, Collector<TrackedWord> out)
      throws Exception {
    for (var known = known(); ; known = known()) {
      var end = known.nextEnd(window).filter(next -> !next.isAfter(now));
      if (end.isEmpty()) {
        return;
      }
      keep(known, known.at(end.get(), window), end.get(), false, context, out);
    }
  }
}
