// SPDX-License-Identifier: Apache-2.0
import BreadcrumbGroup, {
  type BreadcrumbGroupProps,
} from '@cloudscape-design/components/breadcrumb-group';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { type ReactNode, useEffect, useRef } from 'react';
import { strings } from '../strings.ts';

interface PageProps {
  title: string;
  /** How many there are, beside the title. */
  counter?: string;
  description?: ReactNode;
  actions?: ReactNode;
  breadcrumbs?: BreadcrumbGroupProps.Item[];
  children: ReactNode;
}

let first = true;

/** A page with its heading, which has the focus after one has come here from another page. */
export function Page({ title, counter, description, actions, breadcrumbs, children }: PageProps) {
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = strings.frame.titled(title);
  }, [title]);
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true });
    first = false;
  }, []);
  return (
    <ContentLayout
      breadcrumbs={breadcrumbs && <BreadcrumbGroup items={breadcrumbs} />}
      header={
        <div ref={heading} tabIndex={-1} className="bw-heading">
          <Header variant="h1" counter={counter} description={description} actions={actions}>
            {title}
          </Header>
        </div>
      }
    >
      {children}
    </ContentLayout>
  );
}
