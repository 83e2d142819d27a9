// SPDX-License-Identifier: Apache-2.0
import SideNavigation, {
  type SideNavigationProps,
} from '@cloudscape-design/components/side-navigation';
import { useLocation } from 'wouter';
import { strings } from '../strings.ts';
import { paths } from './paths.ts';

const { pages } = strings.frame;

const ITEMS: SideNavigationProps.Item[] = [
  link(pages.summary, paths.summary),
  link(pages.exposures, paths.exposures()),
  link(pages.resources, paths.resources()),
  link(pages.certificates, paths.certificates),
  { type: 'divider' },
  link(pages.rules, paths.rules),
  link(pages.health, paths.health),
];

export function SideNav() {
  const [path] = useLocation();
  return <SideNavigation items={ITEMS} activeHref={`/${path.split('/')[1]}`} />;
}

function link(text: string, href: string): SideNavigationProps.Link {
  return { type: 'link', text, href };
}
