// SPDX-License-Identifier: Apache-2.0
import Link from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import { paths } from '../../app/paths.ts';
import { useAddress } from '../../app/use-address.ts';

/** Opens the exposure beside the list; in full in a tab of its own, as links do. */
export function ExposureLink({ uid, children }: { uid: string; children: ReactNode }) {
  const [, change] = useAddress();
  return (
    <Link
      href={paths.exposure(uid)}
      onFollow={(event) => {
        event.preventDefault();
        change({ show: uid });
      }}
    >
      {children}
    </Link>
  );
}
