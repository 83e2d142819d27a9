// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { breakwaterApp } from './app';
import { MODULE } from './paths';
import { withSubstitutions } from './substitutions';
import { templateText } from './templateText';
import { Template } from './template';

/** Names of the templates, as of the stacks that they are of. */
export const TEMPLATES = ['code-bucket', 'breakwater', 'member-account', 'response'] as const;
export type TemplateName = (typeof TEMPLATES)[number];

export function fileOf(name: TemplateName): string {
  return join(MODULE, `${name}.template.json`);
}

/** What is committed, and what users deploy. */
export function committed(name: TemplateName): Template {
  return JSON.parse(readFileSync(fileOf(name), 'utf8')) as Template;
}

/** The text of each template as the constructs make it now. */
export function synthesised(): ReadonlyMap<TemplateName, string> {
  // cdk-nag looks at every property of a resource, those too that have been deprecated.
  process.env.JSII_DEPRECATED ??= 'quiet';
  const outdir = mkdtempSync(join(tmpdir(), 'breakwater-templates-'));
  try {
    const assembly = breakwaterApp(outdir).synth();
    return new Map(
      TEMPLATES.map((name) => [
        name,
        templateText(
          withSubstitutions(assembly.getStackByName(name).template) as unknown as Template,
        ),
      ]),
    );
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
