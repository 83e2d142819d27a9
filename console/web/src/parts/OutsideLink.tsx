// SPDX-License-Identifier: Apache-2.0
import Link from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import { webAddress } from './format.ts';

/** Leads out of the page where the address is one of the web; else it is only text. */
export function OutsideLink({ href, children }: { href?: string; children: ReactNode }) {
  const address = webAddress(href);
  if (!address) return <>{children}</>;
  return (
    <Link href={address} external rel="noopener noreferrer">
      {children}
    </Link>
  );
}
