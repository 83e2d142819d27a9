// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';

export interface EmptyProps {
  title: string;
  hint?: string;
  action?: ReactNode;
}

/** What stands where nothing is: why, and what to do. */
export function Empty({ title, hint, action }: EmptyProps) {
  return (
    <Box textAlign="center" color="inherit" padding={{ vertical: 'l' }}>
      <SpaceBetween size="xs">
        <Box variant="strong" color="inherit">
          {title}
        </Box>
        {hint && (
          <Box variant="p" color="text-body-secondary">
            {hint}
          </Box>
        )}
        {action}
      </SpaceBetween>
    </Box>
  );
}
