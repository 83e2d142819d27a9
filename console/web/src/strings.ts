// SPDX-License-Identifier: Apache-2.0
// All that the page says, by who says it.
import { actions } from './strings/actions.ts';
import { certificate } from './strings/certificate.ts';
import { certificates } from './strings/certificates.ts';
import { exposure } from './strings/exposure.ts';
import { exposures } from './strings/exposures.ts';
import { frame } from './strings/frame.ts';
import { health } from './strings/health.ts';
import { history } from './strings/history.ts';
import { parts } from './strings/parts.ts';
import { resource, resources } from './strings/resources.ts';
import { rules } from './strings/rules.ts';
import { summary } from './strings/summary.ts';

export const strings = {
  frame,
  parts,
  history,
  summary,
  exposures,
  exposure,
  actions,
  certificates,
  certificate,
  rules,
  resources,
  resource,
  health,
};
