// SPDX-License-Identifier: Apache-2.0
import Badge, { type BadgeProps } from '@cloudscape-design/components/badge';

const COLOURS: Record<string, BadgeProps['color']> = {
  Critical: 'severity-critical',
  High: 'severity-high',
  Medium: 'severity-medium',
  Low: 'severity-low',
};

export function SeverityBadge({ severity }: { severity: string }) {
  return <Badge color={COLOURS[severity] ?? 'severity-neutral'}>{severity}</Badge>;
}
