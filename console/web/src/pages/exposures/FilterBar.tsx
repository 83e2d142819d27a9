// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import PropertyFilter, {
  type PropertyFilterProps,
} from '@cloudscape-design/components/property-filter';
import { useState } from 'react';
import { type Facet, type FieldDescription, useFacets, useFields } from '../../api/exposures.ts';
import { field, type Filter, type Operator } from '../../api/filter.ts';
import { strings } from '../../strings.ts';
import { fieldLabel, valueLabel } from './field-label.ts';
import { filterOf, queryOf, symbols } from './property-query.ts';
import type { View } from './view.ts';

const MOST_VALUES = 50;
const TIMES: readonly string[] = [field.created, field.modified];

interface FilterBarProps {
  view: View;
  onChange: (filter: Filter | undefined, q: string) => void;
}

/** The whole filter, to be read and written. */
export function FilterBar({ view, onChange }: FilterBarProps) {
  const { data } = useFields();
  const fields = data?.fields ?? [];
  const [asked, setAsked] = useState<string>(field.title);
  const values = useFacets({ state: view.state }, [asked], MOST_VALUES);
  const query = queryOf(view.filter, view.q);

  if (query === undefined) {
    return (
      <Alert
        action={
          <Button onClick={() => onChange(undefined, '')}>{strings.exposures.clearFilter}</Button>
        }
      >
        {strings.exposures.handmade}
      </Alert>
    );
  }
  return (
    <PropertyFilter
      query={query}
      onChange={({ detail }) => {
        const { filter, q } = filterOf(detail);
        onChange(filter, q);
      }}
      enableTokenGroups
      filteringAriaLabel={strings.exposures.filter}
      filteringPlaceholder={strings.exposures.filterHint}
      filteringProperties={fields.map(propertyOf)}
      filteringOptions={optionsOf(asked, values.data?.facets[asked])}
      filteringStatusType={values.loading ? 'loading' : values.error ? 'error' : 'finished'}
      onLoadItems={({ detail }) => {
        const key = detail.filteringProperty?.key;
        const known = fields.find((one) => one.field === key);
        if (known?.groups) setAsked(known.field);
      }}
      freeTextFiltering={{ operators: [':'], defaultOperator: ':' }}
    />
  );
}

function propertyOf({
  field: key,
  operators,
}: FieldDescription): PropertyFilterProps.FilteringProperty {
  const label = fieldLabel(key);
  const known = operators.filter((operator): operator is Operator => operator in symbols);
  return {
    key,
    propertyLabel: label,
    groupValuesLabel: strings.exposures.valuesOf(label),
    defaultOperator: (TIMES.includes(key) ? '>' : '=') as PropertyFilterProps.ComparisonOperator,
    operators: known.map((operator) => ({
      operator: symbols[operator] as PropertyFilterProps.ComparisonOperator,
      format: (value: string) => valueLabel(key, String(value ?? '')),
    })),
  };
}

function optionsOf(asked: string, facet: Facet | undefined): PropertyFilterProps.FilteringOption[] {
  const values = (facet?.values ?? []).map(({ value }) => ({
    propertyKey: asked,
    value,
    label: valueLabel(asked, value),
  }));
  const times = TIMES.flatMap((propertyKey) =>
    Object.entries(strings.exposures.times).map(([value, label]) => ({
      propertyKey,
      value,
      label,
    })),
  );
  return [...values, ...times];
}
