// SPDX-License-Identifier: Apache-2.0
import Select from '@cloudscape-design/components/select';
import FormField from '@cloudscape-design/components/form-field';
import { useFields } from '../../api/exposures.ts';
import { Choice } from '../../parts/Choice.tsx';
import { strings } from '../../strings.ts';
import { fieldLabel } from './field-label.ts';
import { UNGROUPED, type View } from './view.ts';

interface GroupingBarProps {
  view: View;
  onChange: (changes: { state?: string; by?: string; then?: string }) => void;
}

/** Open or closed, and by what exposures are put together. */
export function GroupingBar({ view, onChange }: GroupingBarProps) {
  const { data } = useFields();
  const groupable = (data?.fields ?? []).filter(({ groups }) => groups).map(({ field }) => field);
  const options = (nothing: string, without?: string) => [
    { value: UNGROUPED, label: nothing },
    ...groupable.filter((name) => name !== without).map(optionOf),
  ];
  const none = (label: string) => ({ value: UNGROUPED, label });
  return (
    <div className="bw-grouping">
      <Choice
        label={strings.exposures.state}
        options={strings.exposures.states}
        chosen={view.state}
        onChoose={(state) => onChange({ state })}
      />
      <FormField label={strings.exposures.groupBy}>
        <Select
          selectedOption={
            view.by === UNGROUPED ? none(strings.exposures.noGroup) : optionOf(view.by)
          }
          options={options(strings.exposures.noGroup)}
          onChange={({ detail }) => onChange({ by: detail.selectedOption.value, then: undefined })}
        />
      </FormField>
      {view.by !== UNGROUPED && (
        <FormField label={strings.exposures.thenBy}>
          <Select
            selectedOption={
              view.then === UNGROUPED ? none(strings.exposures.noThen) : optionOf(view.then)
            }
            options={options(strings.exposures.noThen, view.by)}
            onChange={({ detail }) => onChange({ then: detail.selectedOption.value })}
          />
        </FormField>
      )}
    </div>
  );
}

function optionOf(name: string) {
  return { value: name, label: fieldLabel(name) };
}
