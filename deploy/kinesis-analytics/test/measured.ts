// SPDX-License-Identifier: Apache-2.0
import { Json, Template } from '../lib/template';

/** One metric that an alarm or the dashboard looks at. */
export interface Measured {
  readonly namespace: string;
  readonly name: string;
}

/** Every metric that alarms look at, by the logical id of the alarm. */
export function measuredByAlarms(template: Template): Map<string, Measured[]> {
  return new Map(
    Object.entries(template.Resources)
      .filter(([, { Type }]) => Type === 'AWS::CloudWatch::Alarm')
      .map(([id, { Properties }]) => [id, metricsIn(Properties as Json)]),
  );
}

function metricsIn(value: Json): Measured[] {
  if (Array.isArray(value)) {
    return value.flatMap(metricsIn);
  }
  if (value === null || typeof value !== 'object') {
    return [];
  }
  const own =
    'MetricName' in value
      ? [{ namespace: String(value.Namespace), name: String(value.MetricName) }]
      : [];
  return [...own, ...Object.values(value).flatMap(metricsIn)];
}

/** The dashboard, with what CloudFormation puts in for its placeholders made up. */
export function dashboard(template: Template): { widgets: any[] } {
  const [resource] = Object.values(template.Resources).filter(
    ({ Type }) => Type === 'AWS::CloudWatch::Dashboard',
  );
  const body = resource!.Properties!.DashboardBody as { 'Fn::Sub': string };
  return JSON.parse(body['Fn::Sub'].replace(/\$\{[^}]*\}/g, 'x'));
}

/** Every metric on the dashboard. A dot repeats what stands there in the row above. */
export function measuredByDashboard(template: Template): Measured[] {
  return dashboard(template).widgets.flatMap(({ properties }) => {
    let above: string[] = [];
    return (properties.metrics ?? [])
      .filter((row: unknown[]) => typeof row[0] === 'string')
      .map((row: string[]) => {
        above = row.map((cell, i) => (cell === '.' ? above[i]! : cell));
        return { namespace: above[0]!, name: above[1]! };
      });
  });
}
