// SPDX-License-Identifier: Apache-2.0

/** Does something now, or as soon as somebody can see the page; gives what calls that off. */
export function whenVisible(act: () => void): () => void {
  if (!document.hidden) {
    act();
    return () => {};
  }
  const seen = () => {
    if (document.hidden) return;
    document.removeEventListener('visibilitychange', seen);
    act();
  };
  document.addEventListener('visibilitychange', seen);
  return () => document.removeEventListener('visibilitychange', seen);
}
