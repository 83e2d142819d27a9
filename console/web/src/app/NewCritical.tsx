// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import { navigate } from 'wouter/use-browser-location';
import { equals, field } from '../api/filter.ts';
import { strings } from '../strings.ts';
import { useLive } from './live.tsx';
import { paths } from './paths.ts';

/** Tells of critical exposures that have opened while the page was open. */
export function NewCritical() {
  const { critical, seen } = useLive();
  const text = critical.length > 0 ? strings.frame.newCritical(critical.length) : '';
  const show = () => {
    const [only] = critical;
    navigate(
      critical.length === 1 && only
        ? paths.exposure(only.uid)
        : paths.exposures({ filter: equals(field.severity, 'Critical') }),
    );
    seen();
  };
  return (
    <>
      <LiveRegion hidden>{text}</LiveRegion>
      {text && (
        <div className="bw-news">
          <span>{text}</span>
          <Button variant="inline-link" onClick={show}>
            {strings.frame.showNew}
          </Button>
          <Button
            variant="icon"
            iconName="close"
            ariaLabel={strings.frame.dismiss}
            onClick={seen}
          />
        </div>
      )}
    </>
  );
}
