// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import type { ReactNode } from 'react';
import type { Query } from '../api/use-query.ts';
import { strings } from '../strings.ts';
import { Failure } from './Failure.tsx';
import { Loading } from './Loading.tsx';

interface AnswerProps<T> {
  query: Query<T>;
  children: (data: T) => ReactNode;
}

/** Shows the answer to a question, or that it is awaited, or why it cannot be had. */
export function Answer<T>({ query, children }: AnswerProps<T>) {
  const { data, error, again } = query;
  if (data === undefined) return error ? <Failure error={error} again={again} /> : <Loading />;
  return (
    <>
      {error && <Alert type="warning">{strings.parts.stale(error.message)}</Alert>}
      {children(data)}
    </>
  );
}
