// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { ApiError } from '../api/client.ts';
import { strings } from '../strings.ts';

export function Failure({ error, again }: { error: ApiError; again?: () => void }) {
  return (
    <Alert
      type="error"
      header={strings.parts.failed}
      action={again && <Button onClick={again}>{strings.parts.retry}</Button>}
    >
      {error.message}
    </Alert>
  );
}
