// SPDX-License-Identifier: Apache-2.0
import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator';
import { strings } from '../../strings.ts';

const TYPES: Record<string, StatusIndicatorProps.Type> = {
  available: 'success',
  renewed: 'success',
  reimported: 'success',
  rotated: 'success',
  approaching: 'pending',
  'action-required': 'warning',
  'renewal-overdue': 'warning',
  expired: 'error',
  revoked: 'error',
  deleted: 'stopped',
};

/** Where a certificate stands in its life. */
export function CertificateState({ state }: { state: string }) {
  return (
    <StatusIndicator type={TYPES[state] ?? 'pending'}>
      {strings.certificates.states[state] ?? state}
    </StatusIndicator>
  );
}
