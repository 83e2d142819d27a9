// SPDX-License-Identifier: Apache-2.0
import type { Family } from './resource-types.ts';

/** Outlines of 24 by 24, to be stroked. */
export const ICONS: Record<Family, string> = {
  compute: 'M4 4h16v7H4ZM4 13h16v7H4ZM7.5 7.5h.01M7.5 16.5h.01M12 7.5h5M12 16.5h5',
  container: 'M12 3l8 4.5v9L12 21l-8-4.5v-9ZM4 7.5l8 4.5 8-4.5M12 12v9',
  function: 'M7 4h2.5l7 16H19M11.5 9.5 6.5 20',
  storage: 'M4 6c0 4 16 4 16 0s-16-4-16 0l2 13c1 2.7 11 2.7 12 0l2-13',
  database: 'M4 6c0 4 16 4 16 0s-16-4-16 0v12c0 4 16 4 16 0V6M4 12c0 4 16 4 16 0',
  identity: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.8-3.8 3.8-5.5 7.5-5.5s6.7 1.7 7.5 5.5',
  policy: 'M6 3h8l4 4v14H6ZM14 3v4h4M9 12h6M9 16h6',
  secret: 'M12 15.5a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM10.8 12.7 20 3.5M16 7.5l3 3',
  network:
    'M14.5 4.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM7.5 19a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM21.5 19a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM12 7v5M5 16.5V12h14v4.5',
  firewall: 'M12 3l8 3v6c0 4.5-3.3 7.5-8 9-4.7-1.5-8-4.5-8-9V6Z',
  image: 'M12 3l9 5-9 5-9-5ZM3 12.5l9 5 9-5M3 16.5l9 5 9-5',
  internet:
    'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM3 12h18M12 3c4.7 4.5 4.7 13.5 0 18-4.7-4.5-4.7-13.5 0-18Z',
  other: 'M12 3l9 9-9 9-9-9ZM12 8v4.5M12 16h.01',
};

/** What marks a choke point: a cut. */
export const CUT =
  'M8.5 6.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM8.5 17.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM8 8.5 20 18M8 15.5 20 6';

/** What marks the number of traits. */
export const WARNING = 'M12 4l9 16H3ZM12 10.5v4M12 17h.01';
