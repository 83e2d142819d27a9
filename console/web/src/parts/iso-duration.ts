// SPDX-License-Identifier: Apache-2.0

const FORM = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const IN_SECONDS = [86_400, 3_600, 60, 1];

/** The seconds of PT1H, P7D and the like; undefined for what is none, or has months or years. */
export function secondsOf(text: string): number | undefined {
  const parts = FORM.exec(text)?.slice(1);
  if (!parts?.some((part) => part !== undefined)) return undefined;
  return parts.reduce((sum, part, i) => sum + Number(part ?? 0) * IN_SECONDS[i]!, 0);
}
