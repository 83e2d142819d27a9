// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { strings } from '../strings.ts';
import { count } from './format.ts';

const FIRST = 6;

export interface FacetListProps {
  title: string;
  values: { value: string; count: number }[];
  chosen: readonly string[];
  /** There are values beyond those that are given. */
  more?: boolean;
  /** How a value reads; itself where this is not given. */
  label?: (value: string) => string;
  onChange: (chosen: string[]) => void;
}

/** Values to choose some of, each with how many there are. */
export function FacetList({
  title,
  values,
  chosen,
  more = false,
  label = String,
  onChange,
}: FacetListProps) {
  const [whole, setWhole] = useState(false);
  const gone = chosen.filter((value) => values.every((other) => other.value !== value));
  const all = [...values, ...gone.map((value) => ({ value, count: 0 }))];
  const shown = whole ? all : all.filter((v, i) => i < FIRST || chosen.includes(v.value));
  const toggle = (value: string, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value));
  if (all.length === 0) return null;
  return (
    <fieldset className="bw-facet">
      <Box variant="awsui-key-label" tagOverride="legend">
        {title}
      </Box>
      <SpaceBetween size="xxs">
        {shown.map(({ value, count: n }) => (
          <Checkbox
            key={value}
            checked={chosen.includes(value)}
            onChange={({ detail }) => toggle(value, detail.checked)}
          >
            <span className="bw-facet-value" title={value}>
              <span className="bw-facet-label">{label(value)}</span>
              <span className="bw-facet-count">{count(n)}</span>
            </span>
          </Checkbox>
        ))}
        {all.length > FIRST && (
          <Link variant="secondary" onFollow={() => setWhole(!whole)}>
            {whole ? strings.parts.less : strings.parts.more}
          </Link>
        )}
        {more && (whole || all.length <= FIRST) && (
          <span className="bw-quiet">{strings.parts.moreValues}</span>
        )}
      </SpaceBetween>
    </fieldset>
  );
}
