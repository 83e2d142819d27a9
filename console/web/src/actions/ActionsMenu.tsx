// SPDX-License-Identifier: Apache-2.0
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useState } from 'react';
import { type About, mayAct, useAbout } from '../api/about.ts';
import type { ActionName } from '../api/actions.ts';
import type { ExposureRow } from '../api/exposures.ts';
import { strings } from '../strings.ts';
import { ActionForm } from './ActionForm.tsx';
import { offered } from './forms.ts';

const words = strings.actions;

/** What somebody may do about an exposure. */
export function ActionsMenu({ exposure }: { exposure: ExposureRow }) {
  const { data: about } = useAbout();
  const [chosen, setChosen] = useState<ActionName>();
  const hindered = whyNot(about, exposure);
  return (
    <>
      <ButtonDropdown
        items={offered(exposure).map((id) => ({ id, text: words.names[id] }))}
        disabled={!about || hindered !== undefined}
        disabledReason={hindered}
        expandToViewport
        onItemClick={({ detail }) => setChosen(detail.id as ActionName)}
      >
        {words.menu}
      </ButtonDropdown>
      {about && chosen && (
        <ActionForm
          name={chosen}
          exposure={exposure}
          csrf={about.csrf}
          onEnd={() => setChosen(undefined)}
        />
      )}
    </>
  );
}

function whyNot(about: About | undefined, exposure: ExposureRow): string | undefined {
  if (about && !mayAct(about)) return about.actions ? words.viewer : words.noStream;
  return exposure.open ? undefined : words.notOpen;
}
