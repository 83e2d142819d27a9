// SPDX-License-Identifier: Apache-2.0
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { strings } from '../strings.ts';
import { shortened } from './format.ts';

/** An ARN or another identity: cut in the middle where it is long, copied as a whole. */
export function Copyable({ text, length = 64 }: { text: string; length?: number }) {
  return (
    <span className="bw-copyable" title={text}>
      <CopyToClipboard
        variant="inline"
        textToCopy={text}
        textToDisplay={shortened(text, length)}
        copyButtonAriaLabel={strings.parts.copy}
        copySuccessText={strings.parts.copied}
        copyErrorText={strings.parts.copyFailed}
      />
    </span>
  );
}
