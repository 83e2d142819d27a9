// SPDX-License-Identifier: Apache-2.0

export interface BenchPage {
  name: string;
  address: string;
  /** What is there once the page shows what it is for. */
  content: string;
}

/** The pages that are opened; the one of an exposure shows the first of the list. */
export async function pagesOf(console: string): Promise<BenchPage[]> {
  const [exposure] = await rows(console, '/api/exposures?limit=1');
  if (!exposure) throw new Error(`${console} has no open exposure to open`);
  const [certificate] = await rows(console, '/api/certificates?limit=1');
  return [
    { name: 'summary', address: '/', content: '.bw-risks li' },
    { name: 'exposures', address: '/exposures', content: '.bw-groups li' },
    {
      name: 'search',
      address: '/exposures?q=potential%20r',
      content: '.bw-groups li',
    },
    {
      name: 'exposure',
      address: `/exposures/${encodeURIComponent(exposure.uid)}`,
      content: '.ap-node',
    },
    { name: 'resources', address: '/resources', content: 'main tbody a' },
    {
      name: 'certificates',
      address: '/certificates',
      content: certificate ? '.bw-timeline' : 'main h1',
    },
    { name: 'rules', address: '/rules', content: '.bw-rule-types li' },
    { name: 'health', address: '/health', content: '.bw-streams' },
  ];
}

async function rows(console: string, path: string): Promise<{ uid: string }[]> {
  const answer = await fetch(console + path);
  return ((await answer.json()) as { rows: { uid: string }[] }).rows;
}
