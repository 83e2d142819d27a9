// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { saveFile } from './save-file.ts';
import { strings } from '../strings.ts';

const words = strings.exposure;

/** A finding as it was written. */
export function RawRecord({ finding }: { finding: { finding_info: { uid: string } } }) {
  const text = JSON.stringify(finding, null, 2);
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <CopyToClipboard
                variant="button"
                textToCopy={text}
                copyButtonText={words.copyRaw}
                copySuccessText={strings.parts.copied}
                copyErrorText={strings.parts.copyFailed}
              />
              <Button
                iconName="download"
                onClick={() =>
                  saveFile(`${finding.finding_info.uid}.json`, 'application/json', text)
                }
              >
                {words.downloadRaw}
              </Button>
            </SpaceBetween>
          }
        >
          {words.raw}
        </Header>
      }
    >
      <pre className="bw-raw" tabIndex={0} aria-label={words.raw}>
        {text}
      </pre>
    </Container>
  );
}
