// SPDX-License-Identifier: Apache-2.0
import Select from '@cloudscape-design/components/select';

interface ValueSelectProps {
  label: string;
  /** What stands for no choice. */
  all: string;
  values: readonly string[];
  chosen: string;
  text?: (value: string) => string;
  onChoose: (value: string) => void;
}

/** One of many values, or all of them: the empty text. */
export function ValueSelect(props: ValueSelectProps) {
  const { label, all, values, chosen, text = String, onChoose } = props;
  const known = chosen === '' || values.includes(chosen) ? values : [chosen, ...values];
  const options = [
    { value: '', label: all },
    ...known.map((value) => ({ value, label: text(value) })),
  ];
  return (
    <Select
      ariaLabel={label}
      options={options}
      selectedOption={options.find(({ value }) => value === chosen) ?? null}
      filteringType={options.length > 12 ? 'auto' : 'none'}
      onChange={({ detail }) => onChoose(detail.selectedOption.value ?? '')}
    />
  );
}
