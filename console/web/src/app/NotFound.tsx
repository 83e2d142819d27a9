// SPDX-License-Identifier: Apache-2.0
import Link from '@cloudscape-design/components/link';
import { Empty } from '../parts/Empty.tsx';
import { Page } from '../parts/Page.tsx';
import { strings } from '../strings.ts';
import { paths } from './paths.ts';

export function NotFound() {
  return (
    <Page title={strings.frame.notFound}>
      <Empty
        title={strings.frame.notFoundHint}
        action={<Link href={paths.summary}>{strings.frame.toSummary}</Link>}
      />
    </Page>
  );
}
