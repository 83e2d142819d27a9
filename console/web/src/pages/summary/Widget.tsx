// SPDX-License-Identifier: Apache-2.0
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';

interface WidgetProps {
  title: string;
  description?: string;
  actions?: ReactNode;
  footer?: { text: string; href: string };
  children: ReactNode;
}

/** One answer of the summary, in a frame of its own. */
export function Widget({ title, description, actions, footer, children }: WidgetProps) {
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" description={description} actions={actions}>
          {title}
        </Header>
      }
      footer={footer && <Link href={footer.href}>{footer.text}</Link>}
    >
      {children}
    </Container>
  );
}
