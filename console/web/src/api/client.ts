// SPDX-License-Identifier: Apache-2.0
import { strings } from '../strings.ts';

/** What the server refused or failed at, as a sentence for a person. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }

  /** Whether the same question may be answered later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export async function get<T>(path: string): Promise<T> {
  return (await send(path, { headers: { Accept: 'application/json' } })) as T;
}

export async function post<T>(path: string, body: unknown, csrf: string): Promise<T> {
  return (await send(path, {
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'X-CSRF-Token': csrf,
    },
    body: JSON.stringify(body),
  })) as T;
}

async function send(path: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(path, { ...init, credentials: 'same-origin' }).catch(() => {
    throw new ApiError(0, 'unreachable', strings.frame.unreachable);
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusal(response.status, answer);
  return answer;
}

function refusal(status: number, answer: unknown): ApiError {
  const { error } = (answer ?? {}) as {
    error?: { code?: string; message?: string; field?: string };
  };
  const message = error?.message ?? strings.frame.answeredWith(status);
  return new ApiError(status, error?.code ?? String(status), message, error?.field);
}
