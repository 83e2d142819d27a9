// SPDX-License-Identifier: Apache-2.0
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useUnreadable } from '../../api/letters.ts';
import { Answer } from '../../parts/Answer.tsx';
import { strings } from '../../strings.ts';
import { LetterContent } from './LetterContent.tsx';

const SHOWN = 20;

/** Records of the output streams that are not of their form, the latest first. */
export function UnreadableRecords() {
  const unreadable = useUnreadable(SHOWN);
  return (
    <ExpandableSection
      variant="container"
      headerText={strings.health.unreadableTitle}
      headerDescription={strings.health.unreadableDescription}
    >
      <Answer query={unreadable}>
        {({ records }) => (
          <SpaceBetween size="s">
            {records.map((record) => (
              <ExpandableSection
                key={`${record.stream} ${record.id}`}
                headerText={`${strings.health.names[record.stream] ?? record.stream}: ${record.detail}`}
              >
                <LetterContent letter={record} />
              </ExpandableSection>
            ))}
          </SpaceBetween>
        )}
      </Answer>
    </ExpandableSection>
  );
}
