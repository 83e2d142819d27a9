// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { strings } from '../strings.ts';

export function Loading() {
  return (
    <Box textAlign="center" padding="xl">
      <StatusIndicator type="loading">{strings.parts.loading}</StatusIndicator>
    </Box>
  );
}
