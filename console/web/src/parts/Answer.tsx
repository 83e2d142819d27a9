// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import type { Query } from '../api/use-query.ts';
import { Failure } from './Failure.tsx';
import { Loading } from './Loading.tsx';

interface AnswerProps<T> {
  query: Query<T>;
  children: (data: T) => ReactNode;
}

/**
 * Shows the answer to a question, or that it is awaited, or why it cannot be had. An answer stays while no newer
 * one can be had: a notice tells that.
 */
export function Answer<T>({ query, children }: AnswerProps<T>) {
  const { data, error, again } = query;
  if (data === undefined) return error ? <Failure error={error} again={again} /> : <Loading />;
  return children(data);
}
