// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react';
import { navigate } from 'wouter/use-browser-location';

/** Links to other pages of the console change the address without loading anew. */
export function useInsideLinks(): void {
  useEffect(() => {
    document.addEventListener('click', followInside);
    return () => document.removeEventListener('click', followInside);
  }, []);
}

function followInside(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element).closest?.('a[href]');
  if (!(link instanceof HTMLAnchorElement) || !leadsInside(link)) return;
  event.preventDefault();
  navigate(link.pathname + link.search);
}

function leadsInside(link: HTMLAnchorElement): boolean {
  return (
    link.origin === window.location.origin &&
    (link.target === '' || link.target === '_self') &&
    !link.hasAttribute('download') &&
    !link.pathname.startsWith('/api/') &&
    !(link.hash !== '' && link.pathname === window.location.pathname)
  );
}
