// SPDX-License-Identifier: Apache-2.0
import { type ComponentType, lazy } from 'react';

/** Which page stands at which address. Each is loaded when it is first opened. */
export const pages: { path: string; page: ComponentType<{ params: Record<string, string> }> }[] = [
  { path: '/', page: lazy(() => import('../pages/summary/SummaryPage.tsx')) },
  { path: '/exposures', page: lazy(() => import('../pages/exposures/ExposuresPage.tsx')) },
  { path: '/exposures/:uid', page: lazy(() => import('../pages/exposure/ExposurePage.tsx')) },
  { path: '/resources', page: lazy(() => import('../pages/resources/ResourcesPage.tsx')) },
  { path: '/resources/detail', page: lazy(() => import('../pages/resources/ResourcePage.tsx')) },
  {
    path: '/certificates',
    page: lazy(() => import('../pages/certificates/CertificatesPage.tsx')),
  },
  {
    path: '/certificates/detail',
    page: lazy(() => import('../pages/certificates/CertificatePage.tsx')),
  },
  { path: '/rules', page: lazy(() => import('../pages/rules/RulesPage.tsx')) },
  { path: '/health', page: lazy(() => import('../pages/health/HealthPage.tsx')) },
];
