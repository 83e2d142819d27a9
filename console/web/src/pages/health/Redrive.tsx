// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useAbout } from '../../api/about.ts';
import { ApiError } from '../../api/client.ts';
import { type Letter, redrive, type Redriven } from '../../api/letters.ts';
import { refreshAll } from '../../api/use-query.ts';
import { type Flash, useFlash } from '../../app/slots.ts';
import { strings } from '../../strings.ts';

const words = strings.health;

interface RedriveProps {
  letters: Letter[];
  onSent: () => void;
}

/** Sends letters again, once the person has said so twice. */
export function Redrive({ letters, onSent }: RedriveProps) {
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState(false);
  const { data: about } = useAbout();
  const flash = useFlash();

  const send = async () => {
    setSending(true);
    try {
      flash(toldOf(await redrive(letters, about?.csrf ?? '')));
      onSent();
      void refreshAll();
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      flash({ type: 'error', header: words.redriveFailed, content: failure.message });
    } finally {
      setSending(false);
      setAsking(false);
    }
  };

  return (
    <>
      <Button disabled={letters.length === 0} onClick={() => setAsking(true)}>
        {words.redrive(letters.length)}
      </Button>
      <Modal
        visible={asking}
        header={words.redriveTitle(letters.length)}
        onDismiss={() => setAsking(false)}
        footer={
          <Box float="right">
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="link" onClick={() => setAsking(false)}>
                {words.cancel}
              </Button>
              <Button variant="primary" loading={sending} onClick={() => void send()}>
                {words.redrive(letters.length)}
              </Button>
            </SpaceBetween>
          </Box>
        }
      >
        {words.redriveText}
      </Modal>
    </>
  );
}

function toldOf({ sent, refused }: Redriven): Flash {
  const header = sent === 0 ? words.sentNone : words.sent(sent);
  if (refused.length === 0) return { type: 'success', header, content: '' };
  const whys = [...new Set(refused.map(({ why }) => why))];
  return {
    type: sent === 0 ? 'error' : 'warning',
    header,
    content: `${words.refused(refused.length)}: ${whys.join('; ')}`,
  };
}
