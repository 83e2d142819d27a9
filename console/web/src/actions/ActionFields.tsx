// SPDX-License-Identifier: Apache-2.0
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import type { ReactNode } from 'react';
import type { ActionName } from '../api/actions.ts';
import type { ExposureRow } from '../api/exposures.ts';
import { exposureSeverities } from '../api/severity.ts';
import { strings } from '../strings.ts';
import { type Faults, fieldsOf, type Filled, needsComment } from './forms.ts';

interface ActionFieldsProps {
  name: ActionName;
  exposure: ExposureRow;
  filled: Filled;
  faults: Faults;
  onChange: (changes: Partial<Filled>) => void;
}

const words = strings.actions;

/** The fields of an action, each with what is wrong with it. */
export function ActionFields({ name, exposure, filled, faults, onChange }: ActionFieldsProps) {
  const today = new Date().toISOString().slice(0, 10);
  const fields: Record<keyof Filled, ReactNode> = {
    status: (
      <FormField key="status" label={words.status} errorText={faults.status}>
        <RadioGroup
          value={String(filled.status)}
          items={Object.entries(words.statuses).map(([value, label]) => ({ value, label }))}
          onChange={({ detail }) => onChange({ status: Number(detail.value) })}
        />
      </FormField>
    ),
    severity: (
      <FormField
        key="severity"
        label={words.severity}
        description={words.severityNow(exposure.severity)}
        errorText={faults.severity}
      >
        <Select
          selectedOption={{ value: filled.severity, label: filled.severity }}
          options={exposureSeverities.map((value) => ({ value, label: value }))}
          onChange={({ detail }) => onChange({ severity: detail.selectedOption.value })}
        />
      </FormField>
    ),
    comment: (
      <FormField
        key="comment"
        label={needsComment(name) ? words.comment : words.commentOptional}
        constraintText={words.commentHint}
        errorText={faults.comment}
      >
        <Textarea
          value={filled.comment}
          onChange={({ detail }) => onChange({ comment: detail.value })}
        />
      </FormField>
    ),
    reason: (
      <FormField
        key="reason"
        label={words.reason}
        constraintText={words.reasonHint}
        errorText={faults.reason}
      >
        <Textarea
          value={filled.reason}
          onChange={({ detail }) => onChange({ reason: detail.value })}
        />
      </FormField>
    ),
    until: (
      <FormField
        key="until"
        label={words.until}
        constraintText={words.untilHint}
        errorText={faults.until}
      >
        <DatePicker
          value={filled.until}
          placeholder={words.datePlaceholder}
          isDateEnabled={(day) => day.toISOString().slice(0, 10) >= today}
          onChange={({ detail }) => onChange({ until: detail.value })}
        />
      </FormField>
    ),
  };
  return <SpaceBetween size="m">{fieldsOf[name].map((field) => fields[field])}</SpaceBetween>;
}
