// SPDX-License-Identifier: Apache-2.0
import SegmentedControl from '@cloudscape-design/components/segmented-control';

interface ChoiceProps<T extends string> {
  label: string;
  options: Record<T, string>;
  chosen: T;
  onChoose: (option: T) => void;
}

/** One of a few. */
export function Choice<T extends string>({ label, options, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <SegmentedControl
      label={label}
      selectedId={chosen}
      options={Object.entries<string>(options).map(([id, text]) => ({ id, text }))}
      onChange={({ detail }) => onChoose(detail.selectedId as T)}
    />
  );
}
