// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { strings } from '../../strings.ts';

interface NameViewProps {
  onSave: (name: string) => void;
  onCancel: () => void;
}

const words = strings.exposures;

/** Asks for the name of a view. */
export function NameView({ onSave, onCancel }: NameViewProps) {
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const save = () => {
    setTried(true);
    if (name.trim() !== '') onSave(name.trim());
  };
  return (
    <Modal
      visible
      header={words.saveViewTitle}
      onDismiss={onCancel}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onCancel}>
              {words.cancel}
            </Button>
            <Button variant="primary" onClick={save}>
              {words.save}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <FormField
        label={words.viewName}
        constraintText={words.viewNameHint}
        errorText={tried && name.trim() === '' && words.viewNameMissing}
      >
        <Input
          value={name}
          autoFocus
          onChange={({ detail }) => setName(detail.value)}
          onKeyDown={({ detail }) => detail.key === 'Enter' && save()}
        />
      </FormField>
    </Modal>
  );
}
