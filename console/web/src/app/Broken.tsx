// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import { Empty } from '../parts/Empty.tsx';
import { strings } from '../strings.ts';

export function Broken() {
  return (
    <Empty
      title={strings.frame.broken}
      hint={strings.frame.brokenHint}
      action={<Button onClick={() => window.location.reload()}>{strings.frame.reload}</Button>}
    />
  );
}
