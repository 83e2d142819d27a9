// SPDX-License-Identifier: Apache-2.0
import TopNavigation, {
  type TopNavigationProps,
} from '@cloudscape-design/components/top-navigation';
import { type About, useAbout } from '../api/about.ts';
import { strings } from '../strings.ts';
import { useLive } from './live.tsx';
import logo from './logo.svg';
import { paths } from './paths.ts';
import { Search } from './Search.tsx';
import { chooseTheme, type ThemeChoice, useThemeChoice } from './theme.ts';

export function TopBar() {
  const { data: about } = useAbout();
  const choice = useThemeChoice();
  const { state } = useLive();
  return (
    <div id="top" className="bw-top">
      <TopNavigation
        identity={{
          href: paths.summary,
          title: strings.frame.product,
          logo: { src: logo, alt: strings.frame.logo },
        }}
        search={<Search />}
        utilities={[liveUtility(state), themeUtility(choice), ...userUtility(about)]}
        i18nStrings={{
          searchIconAriaLabel: strings.frame.toSearch,
          searchDismissIconAriaLabel: strings.frame.endSearch,
          overflowMenuTriggerText: strings.frame.more,
          overflowMenuTitleText: strings.frame.allUtilities,
          overflowMenuBackIconAriaLabel: strings.frame.back,
          overflowMenuDismissIconAriaLabel: strings.frame.close,
        }}
      />
    </div>
  );
}

function liveUtility(state: keyof typeof strings.frame.live): TopNavigationProps.Utility {
  return {
    type: 'button',
    text: strings.frame.live[state],
    title: strings.frame.liveHint[state],
    iconSvg: (
      <svg viewBox="0 0 16 16" aria-hidden="true" className={`bw-live bw-live-${state}`}>
        <circle cx="8" cy="8" r="4" />
      </svg>
    ),
    href: paths.health,
  };
}

function themeUtility(choice: ThemeChoice): TopNavigationProps.Utility {
  return {
    type: 'menu-dropdown',
    iconName: 'settings',
    ariaLabel: strings.frame.theme,
    title: strings.frame.theme,
    items: Object.entries(strings.frame.themes).map(([id, text]) => ({
      id,
      text,
      itemType: 'checkbox',
      checked: id === choice,
    })),
    onItemClick: ({ detail }) => chooseTheme(detail.id as ThemeChoice),
  };
}

function userUtility(about: About | undefined): TopNavigationProps.Utility[] {
  if (!about) return [];
  return [
    {
      type: 'menu-dropdown',
      iconName: 'user-profile',
      text: about.user,
      description: strings.frame.role[about.role],
      items: [
        { id: 'version', text: strings.frame.version(about.version), disabled: true },
        { id: 'catalogue', text: strings.frame.catalogue(about.catalogue), href: paths.rules },
      ],
    },
  ];
}
