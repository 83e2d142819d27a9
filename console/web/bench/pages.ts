// SPDX-License-Identifier: Apache-2.0

export interface BenchPage {
  name: string;
  address: string;
  /** What is there once the page shows what it is for. */
  content: string;
}

/** The pages that are opened; the one of an exposure shows the first of the list. */
export async function pagesOf(console: string): Promise<BenchPage[]> {
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
      address: `/exposures/${encodeURIComponent(await firstExposure(console))}`,
      content: '.ap-node',
    },
    { name: 'resources', address: '/resources', content: 'main tbody a' },
    { name: 'certificates', address: '/certificates', content: '.bw-timeline' },
    { name: 'rules', address: '/rules', content: '.bw-rule-types li' },
    { name: 'health', address: '/health', content: '.bw-streams' },
  ];
}

async function firstExposure(console: string): Promise<string> {
  const answer = await fetch(`${console}/api/exposures?limit=1`);
  const { rows } = (await answer.json()) as { rows: { uid: string }[] };
  if (!rows[0]) throw new Error(`${console} has no open exposure to open`);
  return rows[0].uid;
}
