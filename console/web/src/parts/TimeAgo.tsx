// SPDX-License-Identifier: Apache-2.0
import { exactTime, relativeTime, type Time } from './format.ts';
import { useNow } from './now.ts';

/** How long ago something was, or how long until it is; exactly when on hover. */
export function TimeAgo({ time }: { time: Time }) {
  const now = useNow();
  return (
    <time dateTime={new Date(time).toISOString()} title={exactTime(time)} className="bw-time">
      {relativeTime(time, Math.max(now, Date.now()))}
    </time>
  );
}
