// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef } from 'react';
import { useExposure } from '../../api/exposures.ts';
import { paths } from '../../app/paths.ts';
import { Answer } from '../../parts/Answer.tsx';
import { strings } from '../../strings.ts';
import { ExposureBar } from '../exposure/ExposureBar.tsx';
import { Facts } from '../exposure/Facts.tsx';
import { TraitNames } from '../exposure/TraitNames.tsx';
import { WhatHelpsMost } from '../exposure/WhatHelpsMost.tsx';

/** The exposure in short, beside the list that it was chosen from; it has the focus once it is opened. */
export function ExposurePreview({ uid }: { uid: string }) {
  const exposure = useExposure(uid);
  const preview = useRef<HTMLDivElement>(null);
  useEffect(() => preview.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={preview} tabIndex={-1} className="bw-preview">
      <Answer query={exposure}>
        {(detail) => (
          <SpaceBetween size="l">
            <Box variant="h3" tagOverride="h2" padding="n">
              {detail.exposure.title}
            </Box>
            <ExposureBar detail={detail} />
            <Button variant="primary" href={paths.exposure(uid)}>
              {strings.exposures.openFull}
            </Button>
            <Facts detail={detail} columns={2} />
            <TraitNames traits={detail.finding.finding_info.traits ?? []} />
            <WhatHelpsMost finding={detail.finding} />
          </SpaceBetween>
        )}
      </Answer>
    </div>
  );
}
