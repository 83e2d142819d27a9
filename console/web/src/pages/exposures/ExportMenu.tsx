// SPDX-License-Identifier: Apache-2.0
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { exportPath, type Selection } from '../../api/exposures.ts';
import { strings } from '../../strings.ts';

/** Everything that is chosen, as a file. */
export function ExportMenu({ selection }: { selection: Selection }) {
  return (
    <ButtonDropdown
      items={[
        {
          id: 'csv',
          text: strings.exposures.exportCsv,
          href: exportPath(selection, 'csv'),
          iconName: 'download',
        },
        {
          id: 'ocsf',
          text: strings.exposures.exportOcsf,
          href: exportPath(selection, 'ocsf'),
          iconName: 'download',
        },
      ]}
    >
      {strings.exposures.export}
    </ButtonDropdown>
  );
}
