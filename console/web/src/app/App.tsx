// SPDX-License-Identifier: Apache-2.0
import ErrorBoundary from '@cloudscape-design/components/error-boundary';
import { I18nProvider } from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import { Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { Loading } from '../parts/Loading.tsx';
import { Broken } from './Broken.tsx';
import { Frame } from './Frame.tsx';
import { LiveUpdates } from './live.tsx';
import { NotFound } from './NotFound.tsx';
import { pages } from './pages.ts';
import { useInsideLinks } from './use-inside-links.ts';

export function App() {
  useInsideLinks();
  const [path] = useLocation();
  return (
    <I18nProvider locale="en" messages={[messages]}>
      <LiveUpdates>
        <Frame>
          <ErrorBoundary
            key={path}
            onError={({ error }) => console.error(error)}
            renderFallback={() => <Broken />}
          >
            <Suspense fallback={<Loading />}>
              <Switch>
                {pages.map(({ path: at, page }) => (
                  <Route key={at} path={at} component={page} />
                ))}
                <Route component={NotFound} />
              </Switch>
            </Suspense>
          </ErrorBoundary>
        </Frame>
      </LiveUpdates>
    </I18nProvider>
  );
}
