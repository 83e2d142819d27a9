// SPDX-License-Identifier: Apache-2.0
import { Aws, Duration } from 'aws-cdk-lib/core';
import { GraphWidget, GraphWidgetProps, IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { ofAllTasks, Reported, SAMPLES_A_MINUTE } from './metrics';

export function graph(title: string, width: number, props: GraphWidgetProps): GraphWidget {
  return new GraphWidget({ title, width, height: 6, region: Aws.REGION, ...props });
}

/** A gauge of all tasks together. */
export function sumOfTasks(
  application: string,
  metric: Reported,
  label: string,
  color?: string,
): MathExpression {
  return new MathExpression({
    expression: `${metric} / ${SAMPLES_A_MINUTE}`,
    usingMetrics: { [metric]: ofAllTasks(application, metric) },
    label,
    color,
    period: Duration.minutes(1),
  });
}

/** A counter of all tasks together, by the minute. */
export function rate(application: string, metric: Reported, label: string): IMetric {
  return new MathExpression({
    expression: `60 * RATE(${metric}) / ${SAMPLES_A_MINUTE}`,
    usingMetrics: { [metric]: ofAllTasks(application, metric) },
    label: `${label} a minute`,
    period: Duration.minutes(1),
  });
}
