// SPDX-License-Identifier: Apache-2.0
import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator';

const TYPES: Record<string, StatusIndicatorProps.Type> = {
  New: 'info',
  'In Progress': 'in-progress',
  Suppressed: 'stopped',
  Resolved: 'success',
  Archived: 'stopped',
  Unconfirmed: 'warning',
};

/** The status of an exposure or a certificate alert, by icon, colour and word. */
export function Status({ status }: { status: string }) {
  return <StatusIndicator type={TYPES[status] ?? 'pending'}>{status}</StatusIndicator>;
}
