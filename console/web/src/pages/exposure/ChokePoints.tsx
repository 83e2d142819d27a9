// SPDX-License-Identifier: Apache-2.0
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table from '@cloudscape-design/components/table';
import type { ChokePoint } from '../../api/finding.ts';
import { paths } from '../../app/paths.ts';
import { resourceType, shortened } from '../../parts/format.ts';
import { strings } from '../../strings.ts';
import { SeverityLeft } from './SeverityAfter.tsx';

const words = strings.exposure;

interface ChokePointsProps {
  points: ChokePoint[];
  nameOf: (trait: string) => string;
}

interface End {
  trait: string;
  /** The resource at which the trait ends; wherever it comes from where there is none. */
  at?: { uid: string; type: string };
  severityAfter: string;
}

/** What is left when a trait ends, at one of the resources that it comes from or everywhere. */
export function ChokePoints({ points, nameOf }: ChokePointsProps) {
  if (points.length === 0) return null;
  return (
    <Table
      items={points.flatMap(endsOf)}
      wrapLines
      header={
        <Header variant="h2" description={words.chokePointsHint}>
          {words.chokePoints}
        </Header>
      }
      ariaLabels={{ tableLabel: words.chokePoints }}
      columnDefinitions={[
        {
          id: 'trait',
          header: words.traits,
          isRowHeader: true,
          minWidth: 240,
          cell: ({ trait }) => nameOf(trait),
        },
        {
          id: 'at',
          header: words.endsAt,
          minWidth: 200,
          cell: ({ at }) =>
            at ? (
              <>
                <Link href={paths.resource(at.uid)}>{shortened(at.uid, 60)}</Link>
                <div className="bw-quiet">{resourceType(at.type)}</div>
              </>
            ) : (
              words.everywhere
            ),
        },
        {
          id: 'left',
          header: words.left,
          cell: ({ severityAfter }) => <SeverityLeft severity={severityAfter} />,
        },
      ]}
    />
  );
}

function endsOf({ trait, severity_after, origins }: ChokePoint): End[] {
  const at = origins.map((origin) => ({
    trait,
    at: { uid: origin.uid, type: origin.type },
    severityAfter: origin.severity_after,
  }));
  return at.length > 1 ? [{ trait, severityAfter: severity_after }, ...at] : at;
}
