// SPDX-License-Identifier: Apache-2.0
import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import { useStored } from '../../app/use-stored.ts';
import { strings } from '../../strings.ts';
import { columns } from './columns.tsx';

export interface Preferences {
  columns: { id: string; visible: boolean }[];
  pageSize: number;
  wrap: boolean;
  dense: boolean;
}

const HIDDEN_AT_FIRST = ['title', 'type', 'opened', 'region'];

const AT_FIRST: Preferences = {
  columns: columns.map(({ id }) => ({ id, visible: !HIDDEN_AT_FIRST.includes(id) })),
  pageSize: 25,
  wrap: true,
  dense: true,
};

const words = strings.exposures.preferences;

/** What a person wants of lists, kept in the browser. */
export function useListPreferences() {
  return useStored<Preferences>('breakwater.exposures.list', AT_FIRST);
}

interface ListPreferencesProps {
  preferences: Preferences;
  onChange: (preferences: Preferences) => void;
}

export function ListPreferences({ preferences, onChange }: ListPreferencesProps) {
  return (
    <CollectionPreferences
      title={words.title}
      confirmLabel={words.confirm}
      cancelLabel={words.cancel}
      preferences={{
        contentDisplay: preferences.columns,
        pageSize: preferences.pageSize,
        wrapLines: preferences.wrap,
        contentDensity: preferences.dense ? 'compact' : 'comfortable',
      }}
      contentDisplayPreference={{
        title: words.columns,
        options: columns.map(({ id }) => ({
          id,
          label: strings.exposures.columns[id],
          alwaysVisible: id === 'resource',
        })),
      }}
      pageSizePreference={{
        title: words.pageSize,
        options: [25, 50, 100].map((value) => ({ value, label: words.pageSizes(value) })),
      }}
      wrapLinesPreference={{ label: words.wrap, description: words.wrapHint }}
      contentDensityPreference={{ label: words.dense, description: words.denseHint }}
      onConfirm={({ detail }) =>
        onChange({
          columns: detail.contentDisplay?.map((column) => ({ ...column })) ?? preferences.columns,
          pageSize: detail.pageSize ?? preferences.pageSize,
          wrap: detail.wrapLines ?? preferences.wrap,
          dense: detail.contentDensity === 'compact',
        })
      }
    />
  );
}
