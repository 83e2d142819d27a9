// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { act, type ActionName } from '../api/actions.ts';
import { ApiError } from '../api/client.ts';
import type { ExposureRow } from '../api/exposures.ts';
import { useFlash } from '../app/slots.ts';
import { strings } from '../strings.ts';
import { ActionFields } from './ActionFields.tsx';
import { actionOf, atFirst, faultsOf, type Filled } from './forms.ts';
import { knownOf, setPending } from './pending.ts';

interface ActionFormProps {
  name: ActionName;
  exposure: ExposureRow;
  csrf: string;
  onEnd: () => void;
}

const words = strings.actions;

/** Asks what an action needs, and sends it. */
export function ActionForm({ name, exposure, csrf, onEnd }: ActionFormProps) {
  const [filled, setFilled] = useState<Filled>(() => atFirst(exposure));
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const flash = useFlash();
  const faults = faultsOf(name, filled, exposure, new Date().toISOString().slice(0, 10));
  const title = words.names[name];

  const send = async () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    setSending(true);
    try {
      const { uid } = await act(actionOf(name, filled, exposure), csrf);
      setPending(exposure.uid, { uid, action: name, known: knownOf(exposure) });
      flash({ type: 'success', header: words.sent(title), content: words.sentHint });
      onEnd();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error.message);
      setSending(false);
    }
  };

  return (
    <Modal
      visible
      header={title}
      onDismiss={onEnd}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onEnd}>
              {words.cancel}
            </Button>
            <Button variant="primary" loading={sending} onClick={() => void send()}>
              {title}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box color="text-body-secondary">{exposure.resource.name}</Box>
        <ActionFields
          name={name}
          exposure={exposure}
          filled={filled}
          faults={tried ? faults : {}}
          onChange={(changes) => setFilled({ ...filled, ...changes })}
        />
        {refusal && (
          <Alert type="error" header={words.refused(title)}>
            {refusal}
          </Alert>
        )}
      </SpaceBetween>
    </Modal>
  );
}
