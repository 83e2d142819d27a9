// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, Server } from 'node:net';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { MODULE } from '../lib/paths';

const { search } = require('jmespath') as { search: (of: unknown, query: string) => any };

/** Options of each call: those that have to be given end with '!', those without a value begin with '-'. */
const CALLS: Readonly<Record<string, string>> = {
  'sts get-caller-identity': '',
  'cloudformation describe-stacks': 'stack-name!',
  'cloudformation create-change-set':
    'stack-name! change-set-name! change-set-type template-url -use-previous-template capabilities parameters',
  'cloudformation describe-change-set': 'stack-name! change-set-name!',
  'cloudformation execute-change-set': 'stack-name! change-set-name! client-request-token',
  'cloudformation delete-change-set': 'stack-name! change-set-name!',
  'cloudformation delete-stack': 'stack-name!',
  'cloudformation deploy': 'stack-name! template-file! -no-fail-on-empty-changeset',
  'cloudformation describe-stack-events': 'stack-name!',
  's3api put-object': 'bucket! key! body metadata',
  's3api head-object': 'bucket! key! version-id',
  's3api list-object-versions': 'bucket! prefix',
  'kinesisanalyticsv2 describe-application': 'application-name!',
  'kinesisanalyticsv2 describe-application-version': 'application-name! application-version-id!',
  'kinesisanalyticsv2 list-application-operations': 'application-name!',
  'kinesisanalyticsv2 describe-application-operation': 'application-name! operation-id!',
  'kinesisanalyticsv2 list-application-snapshots': 'application-name!',
  'kinesisanalyticsv2 create-application-snapshot': 'application-name! snapshot-name!',
  'kinesisanalyticsv2 describe-application-snapshot': 'application-name! snapshot-name!',
  'kinesisanalyticsv2 delete-application-snapshot':
    'application-name! snapshot-name! snapshot-creation-timestamp!',
  'kinesisanalyticsv2 start-application': 'application-name! run-configuration',
  'kinesisanalyticsv2 stop-application': 'application-name! -force',
  'kinesisanalyticsv2 rollback-application': 'application-name! current-application-version-id!',
  'cloudwatch get-metric-statistics':
    'namespace! metric-name! dimensions start-time! end-time! period! statistics',
  'cloudwatch describe-alarms': 'alarm-name-prefix state-value',
  'logs tail': 'since filter-pattern -follow',
};
const EVERYWHERE = ['query', 'output', 'region', 'profile'];
const NO_PAGINATE = '--no-paginate';

type Options = Record<string, string>;
type Json = Record<string, any>;

class AwsError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

class WrongUsage extends Error {}

/** What an update does that does not succeed. */
export type Misfortune = 'taken back' | 'taken back unnoticed' | 'stopped' | 'hanging';

/**
 * The AWS CLI as far as scripts/operate calls it: one account, with the contract that the API's
 * documentation states. Time passes as it is looked at: what is under way is a step further at each look.
 */
export class FakeAws {
  state: Json = {
    clock: Date.parse('2026-11-26T20:00:00Z'),
    stacks: {},
    changeSets: {},
    objects: [],
    application: null,
    versions: {},
    snapshots: [],
    operations: [],
    alarms: [],
  };
  readonly calls: string[] = [];
  /** A call, and the errors that it gets before it works again. */
  readonly faults: { call: string; code: string; message: string; times: number }[] = [];
  /** What happens to updates to jars that have this text in them. */
  misfortune: Misfortune = 'taken back';
  readonly brokenJar = 'BROKEN';
  /** Why the next start fails, or the next snapshot. */
  startFails?: string;
  snapshotFails?: string;
  checkpointsComplete = true;

  private server?: Server;

  constructor(private readonly stateFile: string) {}

  async listen(): Promise<number> {
    this.server = createServer((socket) => {
      let text = '';
      socket.on('data', (data) => {
        text += data;
        const words = text.split('\0');
        if (words.length > Number(words[0]) + 1) {
          const { code, output } = this.answer(words.slice(1, -1));
          socket.end(`${code}\n${output}`);
        }
      });
      socket.on('error', () => {});
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => this.server!.once('listening', resolve));
    this.keep();
    return (this.server.address() as AddressInfo).port;
  }

  close() {
    this.server?.close();
  }

  /** What changed something, in the order in which it was called. */
  changes(): string[] {
    return this.calls.filter((call) => !/^\S+ (get|describe|list|head|tail)/.test(call));
  }

  keep() {
    writeFileSync(this.stateFile, JSON.stringify(this.state));
  }

  private answer(words: string[]): { code: number; output: string } {
    try {
      return { code: 0, output: this.called(words) };
    } catch (e) {
      if (e instanceof WrongUsage) {
        return { code: 252, output: `\naws: error: ${e.message}\n` };
      }
      if (e instanceof AwsError) {
        return {
          code: 254,
          output: `\nAn error occurred (${e.code}) when calling it: ${e.message}\n`,
        };
      }
      return { code: 255, output: `fake: ${(e as Error).stack}\n` };
    } finally {
      this.keep();
    }
  }

  private called(words: string[]): string {
    const call = words.slice(0, 2).join(' ');
    if (call === 'configure get') {
      return 'eu-central-1\n';
    }
    const options = optionsOf(call, words.slice(2));
    this.calls.push(call);
    const fault = this.faults.find((one) => one.call === call && one.times > 0);
    if (fault) {
      fault.times--;
      throw new AwsError(fault.code, fault.message);
    }
    const method = call.split(' ')[1]!.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    const response = (this as any)[method](options);
    if (response === undefined) {
      return '';
    }
    return typeof response === 'string' ? response : asText(search(response, options.query ?? '@'));
  }

  private now(): string {
    this.state.clock += 1000;
    return new Date(this.state.clock).toISOString().replace('Z', '000+00:00');
  }

  // sts, cloudwatch, logs

  getCallerIdentity() {
    return { Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/night-shift' };
  }

  describeAlarms() {
    return { MetricAlarms: this.state.alarms };
  }

  getMetricStatistics(o: Options) {
    if (o['metric-name'] !== 'lastCheckpointDuration' || o.namespace !== 'AWS/KinesisAnalytics') {
      return { Datapoints: [] };
    }
    return { Datapoints: [{ Maximum: this.checkpointsComplete ? 812.0 : -1.0 }] };
  }

  tail(o: Options) {
    return `log since ${o.since} ${o['filter-pattern'] ?? 'all'}\n`;
  }

  // s3

  putObject(o: Options) {
    if (o.bucket !== this.bucket()) {
      throw new AwsError('NoSuchBucket', 'The specified bucket does not exist');
    }
    const body = readFileSync(o.body!);
    const VersionId = `v${this.state.objects.length + 1}`;
    const broken = body.includes(this.brokenJar);
    const sha = createHash('sha256').update(body).digest('hex');
    this.state.objects.push({
      Key: o.key,
      VersionId,
      LastModified: this.now(),
      Size: body.length,
      broken,
      sha,
      metadata: o.metadata,
    });
    return { ETag: sha, VersionId };
  }

  headObject(o: Options) {
    const found = this.state.objects.find(
      (one: Json) => one.Key === o.key && one.VersionId === o['version-id'],
    );
    if (!found || o.bucket !== this.bucket()) {
      throw new AwsError('404', 'Not Found');
    }
    return { ETag: found.sha };
  }

  listObjectVersions(o: Options) {
    return { Versions: this.state.objects.filter((one: Json) => one.Key.startsWith(o.prefix)) };
  }

  private bucket(): string | undefined {
    return this.state.stacks['breakwater-code'] && 'jars-111122223333';
  }

  // cloudformation

  describeStacks(o: Options) {
    const stack = this.stack(o['stack-name']!);
    this.progress(stack);
    return { Stacks: [stack] };
  }

  private stack(name: string): Json {
    const stack = this.state.stacks[name];
    if (!stack) {
      throw new AwsError('ValidationError', `Stack with id ${name} does not exist`);
    }
    return stack;
  }

  deploy(o: Options) {
    if (!existsSync(o['template-file']!)) {
      throw new WrongUsage('Invalid template path');
    }
    this.state.stacks[o['stack-name']!] = {
      StackName: o['stack-name'],
      StackStatus: 'CREATE_COMPLETE',
      Parameters: [],
      Outputs: [{ OutputKey: 'BucketName', OutputValue: 'jars-111122223333' }],
    };
    return 'Successfully created/updated stack\n';
  }

  createChangeSet(o: Options) {
    const name = o['stack-name']!;
    const before = this.state.stacks[name];
    const creating = o['change-set-type'] === 'CREATE';
    if (creating !== (!before || before.StackStatus === 'REVIEW_IN_PROGRESS')) {
      throw new AwsError('ValidationError', `Stack [${name}] is not in the right state`);
    }
    if (before && !creating && !/_COMPLETE$/.test(before.StackStatus)) {
      throw new AwsError('ValidationError', `Stack ${name} is in ${before.StackStatus} state`);
    }
    if (o.capabilities !== 'CAPABILITY_IAM') {
      throw new AwsError('InsufficientCapabilitiesException', 'Requires capabilities');
    }
    if (o['template-url']) {
      const key = o['template-url'].split('.amazonaws.com/')[1];
      if (!this.state.objects.some((one: Json) => one.Key === key)) {
        throw new AwsError('ValidationError', 'S3 error: Access Denied');
      }
    } else if (!o['use-previous-template'] || creating) {
      throw new AwsError(
        'ValidationError',
        'Either Template URL or Template Body must be specified',
      );
    }
    const values = parametersOf(JSON.parse(o.parameters ?? '[]'), before?.Parameters ?? []);
    const old = Object.fromEntries(
      (before?.Parameters ?? []).map((p: Json) => [p.ParameterKey, p.ParameterValue]),
    );
    const changed = Object.keys(values).filter((key) => values[key] !== old[key]);
    const changes = creating
      ? Object.entries<Json>(TEMPLATE.Resources).map(([id, r]) => change('Add', id, r))
      : Object.entries<Json>(TEMPLATE.Resources)
          .filter(([, r]) => changed.some((key) => mentions(r, key)))
          .map(([id, r]) => change('Modify', id, r, changed));
    this.state.changeSets[o['change-set-name']!] = {
      StackName: name,
      values,
      Changes: changes,
      Status: changes.length ? 'CREATE_COMPLETE' : 'FAILED',
      StatusReason: changes.length ? null : "The submitted information didn't contain changes.",
    };
    if (!before) {
      this.state.stacks[name] = {
        StackName: name,
        StackStatus: 'REVIEW_IN_PROGRESS',
        Parameters: [],
        Outputs: [],
      };
    }
    return { Id: o['change-set-name'] };
  }

  describeChangeSet(o: Options) {
    const set = this.state.changeSets[o['change-set-name']!];
    if (!set) {
      throw new AwsError('ChangeSetNotFound', 'ChangeSet does not exist');
    }
    return set;
  }

  deleteChangeSet(o: Options) {
    delete this.state.changeSets[o['change-set-name']!];
  }

  deleteStack(o: Options) {
    delete this.state.stacks[o['stack-name']!];
  }

  describeStackEvents(o: Options) {
    return { StackEvents: this.stack(o['stack-name']!).events ?? [] };
  }

  executeChangeSet(o: Options) {
    const set = this.describeChangeSet(o);
    if (set.Status !== 'CREATE_COMPLETE') {
      throw new AwsError('InvalidChangeSetStatus', `ChangeSet is ${set.Status}`);
    }
    delete this.state.changeSets[o['change-set-name']!];
    const stack = this.stack(set.StackName);
    const creating = stack.StackStatus === 'REVIEW_IN_PROGRESS';
    stack.before = stack.Parameters;
    stack.token = o['client-request-token'];
    stack.Parameters = Object.entries(set.values).map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    }));
    stack.StackStatus = creating ? 'CREATE_IN_PROGRESS' : 'UPDATE_IN_PROGRESS';
    stack.looks = 2;
    const name = `${set.values.NamePrefix}-correlation`;
    stack.Outputs = [{ OutputKey: 'ApplicationName', OutputValue: name }];
    if (creating) {
      this.createApplication(name, set.values);
    } else if (
      set.Changes.some((one: Json) => one.ResourceChange.LogicalResourceId === 'Correlation')
    ) {
      this.updateApplication(stack, set.values);
    }
  }

  private progress(stack: Json) {
    if (!/_IN_PROGRESS$/.test(stack.StackStatus) || stack.looks === undefined) {
      return;
    }
    const hanging = this.state.application?.hanging;
    if (hanging || stack.looks-- > 0) {
      return;
    }
    if (stack.failing) {
      stack.events = [
        {
          ClientRequestToken: stack.token,
          ResourceStatus: 'UPDATE_FAILED',
          LogicalResourceId: 'Correlation',
          ResourceStatusReason: stack.failing,
        },
        {
          ClientRequestToken: 'another',
          ResourceStatus: 'UPDATE_FAILED',
          LogicalResourceId: 'Old',
          ResourceStatusReason: 'long ago',
        },
      ];
      stack.Parameters = stack.before;
      stack.StackStatus = 'UPDATE_ROLLBACK_COMPLETE';
      delete stack.failing;
    } else {
      stack.StackStatus = stack.StackStatus.replace('IN_PROGRESS', 'COMPLETE');
    }
  }

  // kinesisanalyticsv2

  private createApplication(name: string, values: Options) {
    this.state.application = {
      name,
      version: 1,
      ...configuration(values),
      status: 'STARTING',
      then: 'RUNNING',
    };
    this.state.versions[1] = configuration(values);
    this.operation('CreateApplication', 'SUCCESSFUL');
    this.operation('StartApplication', 'SUCCESSFUL');
  }

  /** What CloudFormation calls. */
  private updateApplication(stack: Json, values: Options) {
    const application = this.state.application;
    if (!['READY', 'RUNNING'].includes(application.status)) {
      throw new AwsError('ResourceInUseException', 'Application is in a transient state');
    }
    const wanted = configuration(values);
    const old = { version: application.version, ...this.state.versions[application.version] };
    const jar = this.state.objects.find((one: Json) => one.VersionId === wanted.code);
    const running = application.status === 'RUNNING';
    this.newVersion(wanted);
    if (!running) {
      this.operation('UpdateApplication', 'SUCCESSFUL');
      return;
    }
    this.snapshot(`service-${application.version}`, old.version);
    application.status = 'UPDATING';
    application.then = 'RUNNING';
    if (!jar?.broken) {
      this.operation('UpdateApplication', 'SUCCESSFUL');
      return;
    }
    this.operation('UpdateApplication', 'FAILED', 'Sinks.exposure-stream is missing');
    switch (this.misfortune) {
      case 'taken back':
        stack.failing = 'the application did not come up';
        this.newVersion(old);
        break;
      case 'taken back unnoticed':
        this.newVersion(old);
        break;
      case 'stopped':
        stack.failing = 'the application did not come up';
        this.newVersion(old);
        application.then = 'READY';
        break;
      case 'hanging':
        application.hanging = true;
        break;
    }
  }

  private newVersion({ code, tasks, perKpu }: Json) {
    const application = this.state.application;
    const from = application.version;
    Object.assign(application, { version: from + 1, from, code, tasks, perKpu });
    this.state.versions[from + 1] = { code, tasks, perKpu };
  }

  private named(o: Options): Json {
    const application = this.state.application;
    if (application?.name !== o['application-name']) {
      throw new AwsError('ResourceNotFoundException', 'Resource not found for application');
    }
    return application;
  }

  describeApplication(o: Options) {
    const application = this.named(o);
    const shown = application.status;
    if (application.then && !application.hanging) {
      application.status = application.then;
      application.then = undefined;
    }
    return {
      ApplicationDetail: {
        ApplicationName: application.name,
        ApplicationStatus: shown,
        ApplicationVersionId: application.version,
        ApplicationVersionUpdatedFrom: application.from,
        ApplicationConfigurationDescription: described(application),
      },
    };
  }

  describeApplicationVersion(o: Options) {
    this.named(o);
    const version = this.state.versions[o['application-version-id']!];
    if (!version) {
      throw new AwsError('ResourceNotFoundException', 'No such version');
    }
    return {
      ApplicationVersionDetail: { ApplicationConfigurationDescription: described(version) },
    };
  }

  private operation(Operation: string, OperationStatus: string, error?: string): string {
    const OperationId = `operation-${this.state.operations.length + 1}`;
    this.state.operations.push({
      Operation,
      OperationStatus,
      OperationId,
      StartTime: this.now(),
      error,
    });
    return OperationId;
  }

  listApplicationOperations(o: Options) {
    this.named(o);
    return { ApplicationOperationInfoList: this.state.operations };
  }

  describeApplicationOperation(o: Options) {
    this.named(o);
    const found = this.state.operations.find((one: Json) => one.OperationId === o['operation-id']);
    if (!found) {
      throw new AwsError('ResourceNotFoundException', 'No such operation');
    }
    const failure = found.error && {
      OperationFailureDetails: { ErrorInfo: { ErrorString: found.error } },
    };
    return { ApplicationOperationInfoDetails: { ...found, ...failure } };
  }

  private snapshot(SnapshotName: string, ApplicationVersionId: number, SnapshotStatus = 'READY') {
    this.state.snapshots.push({
      SnapshotName,
      SnapshotStatus,
      ApplicationVersionId,
      SnapshotCreationTimestamp: this.now(),
    });
  }

  listApplicationSnapshots(o: Options) {
    this.named(o);
    return { SnapshotSummaries: this.state.snapshots };
  }

  createApplicationSnapshot(o: Options) {
    const application = this.named(o);
    if (application.status !== 'RUNNING') {
      throw new AwsError('InvalidRequestException', `Application is ${application.status}`);
    }
    if (this.state.snapshots.some((one: Json) => one.SnapshotName === o['snapshot-name'])) {
      throw new AwsError('ResourceInUseException', 'There is a snapshot of this name');
    }
    this.snapshot(o['snapshot-name']!, application.version, 'CREATING');
    const failed = this.snapshotFails;
    this.operation('CreateApplicationSnapshot', failed ? 'FAILED' : 'SUCCESSFUL', failed);
  }

  describeApplicationSnapshot(o: Options) {
    this.named(o);
    const found = this.state.snapshots.find((one: Json) => one.SnapshotName === o['snapshot-name']);
    if (!found) {
      throw new AwsError('ResourceNotFoundException', 'No such snapshot');
    }
    const SnapshotDetails = { ...found };
    if (found.SnapshotStatus === 'CREATING') {
      found.SnapshotStatus = this.snapshotFails ? 'FAILED' : 'READY';
    }
    return { SnapshotDetails };
  }

  deleteApplicationSnapshot(o: Options) {
    this.named(o);
    const { 'snapshot-name': name, 'snapshot-creation-timestamp': created } = o;
    const at = this.state.snapshots.findIndex(
      (one: Json) => one.SnapshotName === name && one.SnapshotCreationTimestamp === created,
    );
    if (at < 0) {
      throw new AwsError('ResourceNotFoundException', 'No such snapshot');
    }
    this.state.snapshots.splice(at, 1);
  }

  startApplication(o: Options) {
    const application = this.named(o);
    if (application.status !== 'READY') {
      throw new AwsError('ResourceInUseException', `Application is ${application.status}`);
    }
    const restore =
      /^FlinkRunConfiguration=\{AllowNonRestoredState=false\},ApplicationRestoreConfiguration=\{ApplicationRestoreType=([A-Z_]+)(?:,SnapshotName=([\w.-]+))?\}$/.exec(
        o['run-configuration'] ?? '',
      );
    if (
      !restore ||
      (restore[1] === 'RESTORE_FROM_CUSTOM_SNAPSHOT') !== (restore[2] !== undefined)
    ) {
      throw new AwsError('InvalidArgumentException', 'Wrong run configuration');
    }
    if (restore[2] && !this.state.snapshots.some((one: Json) => one.SnapshotName === restore[2])) {
      throw new AwsError('InvalidArgumentException', 'No such snapshot');
    }
    application.status = 'STARTING';
    application.then = this.startFails ? 'READY' : 'RUNNING';
    application.startedFrom = restore[2] ?? restore[1];
    return {
      OperationId: this.operation(
        'StartApplication',
        this.startFails ? 'FAILED' : 'SUCCESSFUL',
        this.startFails,
      ),
    };
  }

  stopApplication(o: Options) {
    const application = this.named(o);
    const force = o.force !== undefined;
    const allowed = force
      ? ['STARTING', 'UPDATING', 'STOPPING', 'AUTOSCALING', 'RUNNING']
      : ['RUNNING'];
    if (!allowed.includes(application.status)) {
      throw new AwsError('InvalidRequestException', `Application is ${application.status}`);
    }
    const failed = force ? undefined : this.snapshotFails;
    application.status = force ? 'FORCE_STOPPING' : 'STOPPING';
    application.then = failed ? 'RUNNING' : 'READY';
    if (!force && !failed) {
      this.snapshot(`stop-${this.state.operations.length}`, application.version);
    }
    return {
      OperationId: this.operation('StopApplication', failed ? 'FAILED' : 'SUCCESSFUL', failed),
    };
  }

  rollbackApplication(o: Options) {
    const application = this.named(o);
    if (Number(o['current-application-version-id']) !== application.version) {
      throw new AwsError('ConcurrentModificationException', 'Wrong version of the application');
    }
    if (!['UPDATING', 'AUTOSCALING', 'RUNNING'].includes(application.status)) {
      throw new AwsError('InvalidRequestException', `Application is ${application.status}`);
    }
    if (this.state.snapshots.length === 0) {
      throw new AwsError('InvalidRequestException', 'Application has no snapshots');
    }
    this.newVersion(this.state.versions[application.from]);
    application.status = 'ROLLING_BACK';
    application.then = 'RUNNING';
    delete application.hanging;
    this.operation('RollbackApplication', 'SUCCESSFUL');
    return { ApplicationDetail: { ApplicationStatus: application.status } };
  }
}

const TEMPLATE = JSON.parse(readFileSync(join(MODULE, 'breakwater.template.json'), 'utf8'));

function optionsOf(call: string, words: string[]): Options {
  const known = CALLS[call];
  if (known === undefined) {
    throw new WrongUsage(`no such call: ${call}`);
  }
  const names = known.split(' ').filter(Boolean);
  const options: Options = {};
  for (let i = call === 'logs tail' ? 1 : 0; i < words.length; i++) {
    const name = words[i]!.replace(/^--/, '');
    if (words[i] === NO_PAGINATE) {
      continue;
    }
    if (names.includes(`-${name}`)) {
      options[name] = 'true';
    } else if (
      words[i]!.startsWith('--') &&
      [...names.map((one) => one.replace('!', '')), ...EVERYWHERE].includes(name)
    ) {
      options[name] = words[++i] ?? '';
    } else {
      throw new WrongUsage(`Unknown options: ${words[i]}`);
    }
  }
  for (const name of names.filter((one) => one.endsWith('!'))) {
    if (!options[name.slice(0, -1)]) {
      throw new WrongUsage(`the following arguments are required: --${name.slice(0, -1)}`);
    }
  }
  return options;
}

/** As --output text writes it. */
function asText(value: any): string {
  const scalar = (one: any) =>
    one === null || one === undefined
      ? 'None'
      : typeof one === 'boolean'
        ? one
          ? 'True'
          : 'False'
        : String(one);
  if (!Array.isArray(value)) {
    return `${scalar(value)}\n`;
  }
  if (value.length === 0) {
    return '';
  }
  return value.some(Array.isArray)
    ? value.map((row) => row.map(scalar).join('\t') + '\n').join('')
    : `${value.map(scalar).join('\t')}\n`;
}

/** The parameters of a stack by those that are given, with CloudFormation's complaints about them. */
function parametersOf(given: Json[], before: Json[]): Options {
  const unknown = given.filter((one) => !TEMPLATE.Parameters[one.ParameterKey]);
  if (unknown.length) {
    throw new AwsError(
      'ValidationError',
      `Parameters: [${unknown.map((one) => one.ParameterKey)}] do not exist in the template`,
    );
  }
  const values: Options = {};
  for (const [key, rule] of Object.entries<Json>(TEMPLATE.Parameters)) {
    const one = given.find(({ ParameterKey }) => ParameterKey === key);
    const previous = before.find(({ ParameterKey }) => ParameterKey === key)?.ParameterValue;
    if (one?.UsePreviousValue && previous === undefined) {
      throw new AwsError(
        'ValidationError',
        `Invalid input for parameter key ${key}. Cannot specify usePreviousValue as true for a parameter key not in the previous template`,
      );
    }
    const value = one?.UsePreviousValue ? previous : (one?.ParameterValue ?? rule.Default);
    if (value === undefined) {
      throw new AwsError('ValidationError', `Parameters: [${key}] must have values`);
    }
    const text = String(value);
    const wrong =
      (rule.AllowedPattern && !new RegExp(rule.AllowedPattern).test(text)) ||
      (rule.AllowedValues && !rule.AllowedValues.includes(text)) ||
      (rule.Type === 'Number' &&
        (Number.isNaN(Number(text)) ||
          Number(text) < rule.MinValue ||
          Number(text) > rule.MaxValue));
    if (wrong) {
      throw new AwsError(
        'ValidationError',
        `Parameter '${key}' must be one of those allowed, not ${text}`,
      );
    }
    values[key] = text;
  }
  return values;
}

function mentions(resource: Json, parameter: string): boolean {
  const text = JSON.stringify(resource);
  return text.includes(`{"Ref":"${parameter}"}`) || text.includes(`\${${parameter}}`);
}

function change(
  Action: string,
  LogicalResourceId: string,
  { Type }: Json,
  parameters: string[] = [],
) {
  const application = Type === 'AWS::KinesisAnalyticsV2::Application';
  const replaced =
    parameters.includes('NamePrefix') || (application && parameters.includes('RuntimeEnvironment'));
  return {
    ResourceChange: {
      Action,
      LogicalResourceId,
      ResourceType: Type,
      Replacement: Action === 'Add' ? null : replaced ? 'True' : 'False',
    },
  };
}

function configuration(values: Options): Json {
  return {
    code: values.CodeVersion,
    tasks: Number(values.Parallelism),
    perKpu: Number(values.ParallelismPerKpu),
  };
}

function described({ code, tasks, perKpu }: Json) {
  return {
    ApplicationCodeConfigurationDescription: {
      CodeContentDescription: {
        S3ApplicationCodeLocationDescription: {
          BucketARN: 'arn:aws:s3:::jars-111122223333',
          FileKey: 'breakwater-correlation.jar',
          ObjectVersion: code,
        },
      },
    },
    FlinkApplicationConfigurationDescription: {
      ParallelismConfigurationDescription: {
        Parallelism: tasks,
        CurrentParallelism: tasks,
        ParallelismPerKPU: perKpu,
        AutoScalingEnabled: false,
      },
    },
  };
}
