// SPDX-License-Identifier: Apache-2.0
import Badge from '@cloudscape-design/components/badge';
import { strings } from '../../strings.ts';

/** What part a trait has in an exposure; what makes one by itself stands out. */
export function RoleBadge({ role }: { role: string }) {
  return (
    <Badge color={role === 'weakness' ? 'blue' : 'grey'}>{strings.rules.roles[role] ?? role}</Badge>
  );
}
