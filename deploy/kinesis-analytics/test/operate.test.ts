// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { MODULE } from '../lib/paths';
import { committed } from '../lib/templates';
import { FakeAws } from './fakeAws';

const OPERATE = join(MODULE, '../../scripts/operate');
const APPLICATION = 'breakwater-correlation';
const TEST_APPLICATION = 'breakwater-test-correlation';
const NO_TERMINAL_SIMULATED = spawnSync('script', ['--version']).status !== 0;

/** Hands its arguments to the fake, which runs in the process of the tests. */
const AWS = `#!/usr/bin/env bash
exec 3<>"/dev/tcp/127.0.0.1/$FAKE_AWS_PORT"
printf '%s\\0' "$#" "$@" >&3
IFS= read -r code <&3
if [ "$code" = 0 ]; then cat <&3; else cat <&3 >&2; fi
exit "$code"
`;

interface Ran {
  code: number;
  out: string;
  err: string;
}

let folder: string;
let aws: FakeAws;
let port: number;
let stateFile: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'operate-'));
  stateFile = join(folder, 'aws.json');
  mkdirSync(join(folder, 'bin'));
  executable('bin/aws', AWS);
  executable(
    'bin/breakwater',
    '#!/bin/sh\ncp "$3" checked.json\n! grep -q PT99H "$3" || { echo "Correlation.lateness: PT0S to PT24H"; exit 1; }\n',
  );
  jar('one', 'PK first');
  jar('two', 'PK second');
  jar('broken', 'PK BROKEN');
  aws = new FakeAws(stateFile);
  port = await aws.listen();
});

afterEach(() => {
  aws.close();
  rmSync(folder, { recursive: true });
});

function executable(name: string, text: string) {
  writeFileSync(join(folder, name), text);
  chmodSync(join(folder, name), 0o755);
}

function jar(name: string, text: string) {
  writeFileSync(join(folder, `${name}.jar`), text);
}

const jarOf = (name: string) => join(folder, `${name}.jar`);

function run(
  command: string[],
  input?: string,
  heard: (child: ChildProcess) => void = () => {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command[0]!, command.slice(1), {
      cwd: folder,
      env: {
        ...process.env,
        PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
        FAKE_AWS_PORT: String(port),
        BREAKWATER_CLI: join(folder, 'bin/breakwater'),
        AWS_REGION: '',
        AWS_DEFAULT_REGION: '',
      },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => {
      err += data;
      heard(child);
    });
    child.on('close', (code) => resolve({ code: code ?? -1, out, err }));
    child.stdin.on('error', () => {}); // who has failed does not read
    child.stdin.end(input ?? '');
  });
}

/** As somebody without a terminal calls it. */
const operate = (...words: string[]) =>
  run([OPERATE, ...words, ...(words.includes('--help') ? [] : ['--every', '0'])]);

/** As somebody at a terminal calls it, and answers. */
const operateAnswering = (answer: string, ...words: string[]) =>
  run(
    ['script', '-qec', [OPERATE, ...words, '--every', '0'].join(' '), '/dev/null'],
    `${answer}\n`,
  );

async function done(ran: Promise<Ran>): Promise<Ran> {
  const result = await ran;
  assert.equal(result.code, 0, result.err);
  return result;
}

async function failed(code: number, ran: Promise<Ran>, ...why: RegExp[]): Promise<Ran> {
  const result = await ran;
  assert.equal(result.code, code, result.out + result.err);
  for (const one of why) {
    assert.match(result.err, one);
  }
  return result;
}

/** What a command line leaves behind is kept, so that it is run once however many tests begin there. */
const kept = new Map<string, string>();

async function after(name: string, run: () => Promise<unknown>) {
  const state = kept.get(name);
  if (state) {
    aws.state = JSON.parse(state);
    aws.keep();
  } else {
    await run();
    kept.set(name, JSON.stringify(aws.state));
  }
}

const deployedForTest = () =>
  after('deployed for test', () =>
    done(operate('deploy', '--jar', jarOf('one'), '--set', 'NamePrefix=breakwater-test', '--yes')),
  );
const upgraded = () =>
  after('upgraded', async () => {
    await deployedForTest();
    await done(upgradedTo('two'));
  });
const deployedForProduction = () =>
  after('deployed for production', () =>
    done(operate('deploy', '--jar', jarOf('one'), '--confirm', APPLICATION)),
  );
const upgradedTo = (name: string, ...more: string[]) =>
  operate('upgrade', '--jar', jarOf(name), '--yes', ...more);
const jarVersion = (name: string) => {
  const size = readFileSync(jarOf(name)).length;
  return aws.state.objects.find((one: any) => one.Key.endsWith('.jar') && one.Size === size)
    .VersionId;
};
const inStack = (key: string) =>
  aws.state.stacks.breakwater.Parameters.find((one: any) => one.ParameterKey === key)
    .ParameterValue;
const application = () => aws.state.application;
const snapshotNames = () => aws.state.snapshots.map((one: any) => one.SnapshotName);

test('every command tells how it is called', async () => {
  const overview = await done(operate('--help'));
  const commands = [...overview.out.matchAll(/^  ([a-z]+)  /gm)].map(([, name]) => name!);
  assert.equal(commands.length, 13);

  for (const command of commands) {
    const { out } = await done(operate(command, '--help'));
    assert.match(out, new RegExp(`^Usage: scripts/operate ${command}`));
  }
  assert.deepEqual(aws.calls, []);
});

for (const [fault, words, why] of [
  ['no command', [], /which command/],
  ['an unknown command', ['explode'], /no command 'explode'/],
  ['an unknown option', ['stop', '--explode'], /no option --explode/],
  ['an option without its value', ['start', '--snapshot'], /--snapshot needs a value|no snapshot/],
  ['a number that is none', ['scale', '--parallelism', 'two'], /whole number, not 'two'/],
  ['more tasks than state can be divided into', ['scale', '--parallelism', '513'], /512 at most/],
  ['more tasks than the service gives', ['scale', '--parallelism', '257'], /1 to 256/],
  ['no tasks', ['scale', '--parallelism', '0'], /1 to 256/],
  ['scaling to nothing in particular', ['scale'], /to what/],
  ['two ways to start', ['start', '--fresh', '--snapshot', 'x'], /either/],
  [
    'an unknown parameter',
    ['deploy', '--set', 'Paralelism=2'],
    /no parameter 'Paralelism'; it has:.*Parallelism/,
  ],
  ['a jar that is not there', ['upgrade', '--jar', 'nowhere.jar'], /no jar nowhere/],
  ['no snapshot to keep', ['snapshots', '--keep', '0'], /1 or more/],
] as [string, string[], RegExp][]) {
  test(`${fault} is wrong usage, and nothing is called`, async () => {
    await failed(2, run([OPERATE, ...words]), why);

    assert.deepEqual(aws.calls, []);
  });
}

test('it knows the parameters of the template', async () => {
  const { err } = await failed(2, run([OPERATE, 'deploy', '--set', 'Unknown=1']), /it has: /);

  const known = /it has: (.*?) *$/m.exec(err)![1]!.split(' ');
  assert.deepEqual(known, Object.keys(committed('breakwater').Parameters!));
});

test('a file of parameters is read line by line, and faults are named by line', async () => {
  writeFileSync(
    join(folder, 'good'),
    '# test\n\nNamePrefix=breakwater-test\nParallelism=3\nMemberAccounts=111122223333,444455556666\n',
  );
  writeFileSync(join(folder, 'bad'), 'Hops=3\nHopps=3\n');

  await failed(2, operate('deploy', '--parameters', join(folder, 'bad')), /bad line 2: .*'Hopps'/);
  await done(
    operate(
      'deploy',
      '--parameters',
      join(folder, 'good'),
      '--set',
      'Parallelism=2',
      '--jar',
      jarOf('one'),
      '--yes',
    ),
  );

  assert.equal(inStack('Parallelism'), '2');
  assert.equal(inStack('MemberAccounts'), '111122223333,444455556666');
});

test('a first deployment makes the bucket, uploads the jar, shows the changes and starts the job', async () => {
  const { err, out } = await done(
    operate('deploy', '--jar', jarOf('one'), '--set', 'NamePrefix=breakwater-test', '--yes'),
  );

  assert.match(err, /account +111122223333/);
  assert.match(err, /Add +AWS::Kinesis::Stream/);
  assert.match(out, /same jar/);
  assert.equal(application().status, 'RUNNING');
  assert.equal(inStack('CodeVersion'), jarVersion('one'));
  assert.deepEqual(aws.changes(), [
    'cloudformation deploy',
    's3api put-object',
    's3api put-object',
    'cloudformation create-change-set',
    'cloudformation execute-change-set',
  ]);
});

test('a dry run of a first deployment prints the calls and changes nothing', async () => {
  const before = readFileSync(stateFile, 'utf8');

  const { out } = await done(operate('deploy', '--jar', jarOf('one'), '--dry-run'));

  assert.equal(readFileSync(stateFile, 'utf8'), before);
  assert.deepEqual(aws.changes(), []);
  assert.deepEqual(out.match(/^aws \S+ \S+/gm), [
    'aws cloudformation deploy',
    'aws s3api put-object',
    'aws s3api put-object',
    'aws cloudformation create-change-set',
    'aws cloudformation execute-change-set',
  ]);
});

for (const [words, expected] of [
  [['stop'], ['stop-application']],
  [['stop', '--force'], ['stop-application']],
  [
    ['scale', '--parallelism', '4'],
    ['create-change-set', 'create-application-snapshot', 'execute-change-set'],
  ],
  [['snapshots', '--take'], ['create-application-snapshot']],
  [['snapshots', '--keep', '1'], ['delete-application-snapshot']],
  [
    ['rollback'],
    ['stop-application', 'create-change-set', 'execute-change-set', 'start-application'],
  ],
  [
    ['upgrade', '--jar', 'one.jar'],
    [
      'put-object',
      'put-object',
      'create-change-set',
      'create-application-snapshot',
      'execute-change-set',
    ],
  ],
  [['upload', '--jar', 'one.jar'], ['put-object']],
] as [string[], string[]][]) {
  test(`a dry run of ${words.join(' ')} prints the calls and changes nothing`, async () => {
    await upgraded();
    const before = readFileSync(stateFile, 'utf8');
    const callsBefore = aws.changes().length;

    const { out } = await done(operate(...words, '--dry-run'));

    assert.equal(readFileSync(stateFile, 'utf8'), before);
    assert.equal(aws.changes().length, callsBefore);
    assert.deepEqual(
      [...out.matchAll(/^aws \S+ (\S+) .*--region eu-central-1$/gm)].map(([, call]) => call),
      expected,
    );
  });
}

test('without a terminal and without --yes it refuses', async () => {
  await deployedForTest();
  const before = aws.changes().length;

  await failed(1, operate('stop'), /no terminal to ask on: give --yes/);

  assert.equal(aws.changes().length, before);
});

test('in production --yes is no answer, and --confirm has to be the name', async () => {
  await deployedForProduction();
  const before = aws.changes().length;

  await failed(
    1,
    operate('stop', '--yes'),
    /PRODUCTION/,
    new RegExp(`give --confirm ${APPLICATION}`),
  );
  await failed(
    1,
    operate('stop', '--confirm', 'breakwater'),
    /the application is breakwater-correlation/,
  );
  assert.equal(aws.changes().length, before);

  await done(operate('stop', '--confirm', APPLICATION));
  assert.equal(application().status, 'READY');
});

test('a test stack can be treated as production', async () => {
  await deployedForTest();

  await failed(
    1,
    operate('stop', '--yes', '--production'),
    new RegExp(`--confirm ${TEST_APPLICATION}`),
  );
});

test('at a terminal it asks, and no is no', { skip: NO_TERMINAL_SIMULATED }, async () => {
  await deployedForTest();

  const refused = await operateAnswering('n', 'stop');
  assert.equal(refused.code, 1, refused.out);
  assert.match(refused.out, /Go on\? \[y\/N\]/);
  assert.match(refused.out, /nothing was changed/);
  assert.equal(application().status, 'RUNNING');

  await done(operateAnswering('y', 'stop'));
  assert.equal(application().status, 'READY');
});

test('at a terminal production asks for the name', { skip: NO_TERMINAL_SIMULATED }, async () => {
  await deployedForProduction();

  const refused = await operateAnswering('y', 'stop');
  assert.equal(refused.code, 1, refused.out);
  assert.match(refused.out, /not its name/);

  await done(operateAnswering(APPLICATION, 'stop'));
  assert.equal(application().status, 'READY');
});

test(
  'a change that is declined leaves no change set and no empty stack',
  { skip: NO_TERMINAL_SIMULATED },
  async () => {
    await deployedForTest();
    aws.state.stacks = { 'breakwater-code': aws.state.stacks['breakwater-code'] };

    const refused = await operateAnswering(
      'n',
      'deploy',
      '--jar',
      jarOf('one'),
      '--set',
      'NamePrefix=breakwater-test',
    );

    assert.equal(refused.code, 1, refused.out);
    assert.deepEqual(aws.state.changeSets, {});
    assert.equal(aws.state.stacks.breakwater, undefined);
  },
);

test('stop waits until the job is stopped and names the snapshot', async () => {
  await deployedForTest();

  const { out } = await done(operate('stop', '--yes'));

  assert.equal(application().status, 'READY');
  assert.match(out, new RegExp(`^snapshot +${snapshotNames().at(-1)}$`, 'm'));
  assert.match((await done(operate('stop', '--yes'))).err, /stopped already/);
});

test('a stop that cannot take its snapshot leaves the job running and says why', async () => {
  await deployedForTest();
  aws.snapshotFails = 'checkpoint expired';

  await failed(1, operate('stop', '--yes'), /RUNNING, not READY: checkpoint expired/, /--force/);

  assert.equal(application().status, 'RUNNING');
});

test('a stop by force is asked for twice', async () => {
  await deployedForTest();

  await failed(1, operate('stop', '--force', '--yes'), /cannot be undone/, /--accept-loss/);
  assert.equal(application().status, 'RUNNING');

  await done(operate('stop', '--force', '--yes', '--accept-loss'));
  assert.equal(application().status, 'READY');
  assert.deepEqual(snapshotNames(), []);
});

for (const [from, words, expected] of [
  ['its latest snapshot', [], 'RESTORE_FROM_LATEST_SNAPSHOT'],
  ['a snapshot', ['--snapshot', 'stop-2'], 'stop-2'],
  ['nothing', ['--fresh', '--accept-loss'], 'SKIP_RESTORE_FROM_SNAPSHOT'],
] as [string, string[], string][]) {
  test(`start from ${from}`, async () => {
    await deployedForTest();
    await done(operate('stop', '--yes'));

    await done(operate('start', '--yes', ...words));

    assert.equal(application().status, 'RUNNING');
    assert.equal(application().startedFrom, expected);
  });
}

test('a fresh start is asked for twice, and a snapshot has to be there', async () => {
  await deployedForTest();
  await done(operate('stop', '--yes'));

  await failed(1, operate('start', '--fresh', '--yes'), /--accept-loss/);
  await failed(1, operate('start', '--snapshot', 'none-such', '--yes'), /none-such is not there/);

  assert.equal(application().status, 'READY');
});

test('a start that fails tells the reason that the service gives', async () => {
  await deployedForTest();
  await done(operate('stop', '--yes'));
  aws.startFails = 'Source.region is unknown';

  await failed(1, operate('start', '--yes'), /READY, not RUNNING: Source.region is unknown/);
});

test('a wait that takes too long ends with words, and says that AWS goes on', async () => {
  await deployedForTest();
  await done(operate('stop', '--yes'));

  await failed(
    1,
    operate('start', '--yes', '--timeout', '0'),
    /waited 0 seconds .* STARTING/,
    /AWS goes on/,
  );
});

test('an upgrade takes a snapshot first, runs the new jar and sees a checkpoint', async () => {
  await deployedForTest();

  const { err, out } = await done(upgradedTo('two'));

  assert.match(snapshotNames()[0], /^before-upgrade-/);
  assert.equal(application().code, jarVersion('two'));
  assert.equal(inStack('CodeVersion'), jarVersion('two'));
  assert.match(out, new RegExp(`running +jar ${jarVersion('two')}`));
  assert.match(err, /A checkpoint is complete/);
  assert.match(err, /way back.*scripts\/operate rollback/);
});

test('an upgrade without a snapshot is none', async () => {
  await deployedForTest();
  aws.snapshotFails = 'checkpoint expired';

  await failed(1, upgradedTo('two'), /nothing was changed: checkpoint expired/);

  assert.equal(application().code, jarVersion('one'));
  assert.deepEqual(aws.state.changeSets, {});
});

test('an upgrade of a stopped job leaves it stopped', async () => {
  await deployedForTest();
  await done(operate('stop', '--yes'));

  await done(upgradedTo('two'));

  assert.equal(application().status, 'READY');
  assert.equal(application().code, jarVersion('two'));
});

test('an upgrade whose checkpoints do not complete has failed', async () => {
  await deployedForTest();
  aws.checkpointsComplete = false;

  const { err } = await failed(
    1,
    upgradedTo('two', '--checkpoint-timeout', '1s'),
    /no checkpoint of it was seen/,
  );

  assert.match(err, /scripts\/operate rollback/);
});

test('settings that the job would refuse stop an upgrade before anything is uploaded', async () => {
  await deployedForTest();
  const before = aws.changes().length;

  await failed(
    1,
    upgradedTo('two', '--set', 'Lateness=PT99H'),
    /Correlation.lateness: PT0S to PT24H/,
  );

  assert.equal(aws.changes().length, before);
});

test('the check of settings knows the streams that the template would make', async () => {
  const streams = (): string[] =>
    JSON.parse(readFileSync(join(folder, 'checked.json'), 'utf8'))
      .flatMap(({ PropertyMap }: any) => Object.entries(PropertyMap))
      .filter(([key]: [string]) => key.endsWith('-stream'))
      .map(([, stream]: [string, string]) => stream.replace('breakwater-test-', ''));
  const outputs = ['exposures', 'certificates', 'dead-letters', 'choke-points'];

  await deployedForTest();
  await done(operate('deploy', '--set', 'Hops=3', '--yes'));
  assert.deepEqual(streams(), ['findings', ...outputs]);

  await done(operate('deploy', '--set', 'LiveRules=true', '--yes'));
  assert.deepEqual(streams(), ['findings', 'rules', ...outputs, 'rule-answers']);
});

test('an upgrade that is taken back on both sides leaves nothing to do', async () => {
  await deployedForTest();

  await failed(
    1,
    upgradedTo('broken'),
    /Sinks.exposure-stream is missing/,
    /Nothing else is to be done/,
    /Correlation: the application did not come up/,
  );

  assert.equal(application().code, jarVersion('one'));
  assert.equal(inStack('CodeVersion'), jarVersion('one'));
});

test('an upgrade that only the service took back leaves a stack that says otherwise; rollback makes it agree', async () => {
  await deployedForTest();
  aws.misfortune = 'taken back unnoticed';

  await failed(1, upgradedTo('broken'), /the stack says/, /scripts\/operate rollback/);
  assert.equal(inStack('CodeVersion'), jarVersion('broken'));
  assert.match((await done(operate('status'))).err, /the stack says jar/);

  await done(operate('rollback', '--yes'));
  assert.equal(inStack('CodeVersion'), jarVersion('one'));
  assert.equal(application().status, 'RUNNING');
  assert.ok(!aws.calls.includes('kinesisanalyticsv2 stop-application'));
});

test('an upgrade that left the job stopped is rolled back to jar and state from before', async () => {
  await deployedForTest();
  aws.misfortune = 'stopped';
  await failed(1, upgradedTo('broken'), /READY/, /scripts\/operate rollback/);

  await done(operate('rollback', '--yes'));

  assert.equal(application().status, 'RUNNING');
  assert.equal(application().code, jarVersion('one'));
  assert.match(application().startedFrom, /^before-upgrade-/);
});

test('Ctrl-C ends the waiting; an update that hangs is taken back by the service, and the stack agrees', async () => {
  await deployedForTest();
  aws.misfortune = 'hanging';
  let told = false;
  const interrupted = await run(
    [OPERATE, 'upgrade', '--jar', jarOf('broken'), '--yes', '--every', '1'],
    '',
    (child) => {
      if (!told && application().status === 'UPDATING') {
        told = true; // once: a second one may come before the answer to the first is written
        child.kill('SIGINT');
      }
    },
  );
  assert.equal(interrupted.code, 130, interrupted.err);
  assert.match(interrupted.err, /what AWS has begun goes on/);

  await done(operate('rollback', '--yes'));

  assert.ok(aws.calls.includes('kinesisanalyticsv2 rollback-application'));
  assert.equal(application().code, jarVersion('one'));
  assert.equal(inStack('CodeVersion'), jarVersion('one'));
  assert.equal(application().status, 'RUNNING');
});

test('a job that runs badly goes back to jar and state from before, through the stack', async () => {
  await upgraded();

  await done(operate('rollback', '--yes'));

  assert.equal(application().status, 'RUNNING');
  assert.equal(application().code, jarVersion('one'));
  assert.equal(inStack('CodeVersion'), jarVersion('one'));
  assert.match(application().startedFrom, /^before-upgrade-/);
});

test('a job that cannot take a snapshot any more can still go back', async () => {
  await upgraded();
  aws.snapshotFails = 'job is failing';

  await done(operate('rollback', '--yes'));

  assert.equal(application().code, jarVersion('one'));
  assert.equal(application().status, 'RUNNING');
});

test('without an upgrade there is nothing to go back to', async () => {
  await deployedForTest();

  await failed(1, operate('rollback', '--yes'), /no snapshot from before an upgrade/);
});

test('scale changes the parallelism of stack and application, with a snapshot first', async () => {
  await deployedForTest();

  const { err } = await done(operate('scale', '--parallelism', '8', '--per-kpu', '2', '--yes'));

  assert.match(err, /4 KPUs and one for orchestration/);
  assert.match(snapshotNames()[0], /^before-scale-/);
  assert.equal(inStack('Parallelism'), '8');
  assert.equal(application().tasks, 8);
  assert.equal(application().perKpu, 2);
  assert.match(
    (await done(operate('scale', '--parallelism', '8', '--yes'))).err,
    /Nothing to change/,
  );
});

test('scale keeps within the quota of KPUs', async () => {
  await deployedForTest();

  await failed(1, operate('scale', '--parallelism', '65', '--yes'), /65 KPUs.*may have 64/);
  await done(operate('scale', '--parallelism', '65', '--kpu-quota', '100', '--yes'));
});

test('a stream or an application is not made anew unless that is said', async () => {
  await deployedForTest();

  await failed(
    1,
    operate('deploy', '--set', 'NamePrefix=breakwater-dev', '--yes'),
    /Correlation.*made anew/,
    /--accept-loss/,
  );

  assert.equal(inStack('NamePrefix'), 'breakwater-test');
});

test('snapshots are listed, taken, and tidied up but for the latest', async () => {
  await deployedForTest();
  await done(operate('snapshots', '--take', '--yes'));
  await done(upgradedTo('two'));
  const [, , latest] = snapshotNames();

  const { out } = await done(operate('snapshots'));
  assert.deepEqual(
    out
      .trim()
      .split('\n')
      .map((row) => row.split('\t')[1]),
    snapshotNames().reverse(),
  );

  await done(operate('snapshots', '--keep', '1', '--yes'));
  assert.deepEqual(snapshotNames(), [latest]);
});

test('busy AWS does not end a wait; access that is denied is told in its words', async () => {
  await deployedForTest();
  aws.faults.push({
    call: 'cloudformation describe-change-set',
    code: 'AccessDenied',
    message: 'not authorized to perform: DescribeChangeSet',
    times: 1,
  });
  await failed(
    1,
    operate('scale', '--parallelism', '2', '--yes'),
    /describe-change-set failed: An error occurred \(AccessDenied\).*not authorized/,
  );
  assert.deepEqual(aws.state.changeSets, {});

  const ran = operate('stop', '--yes');
  while (!aws.calls.includes('kinesisanalyticsv2 stop-application')) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  aws.faults.push({
    call: 'kinesisanalyticsv2 describe-application',
    code: 'ThrottlingException',
    message: 'Rate exceeded',
    times: 2,
  });
  await done(ran);
  assert.equal(application().status, 'READY');
});

test('what has no stack says so', async () => {
  for (const command of ['status', 'start', 'stop', 'rollback', 'outputs', 'logs']) {
    await failed(1, operate(command), /no stack breakwater in account 111122223333, eu-central-1/);
  }
});

test('status, versions, outputs and logs tell what there is', async () => {
  await upgraded();
  aws.state.alarms = [
    { AlarmName: 'breakwater-test-findings-late', StateReason: 'Threshold crossed' },
  ];

  const status = await done(operate('status'));
  assert.match(status.out, /breakwater-test-correlation is RUNNING/);
  assert.match(status.out, /same jar/);
  assert.match(status.out, /before-upgrade-/);
  assert.match(status.out, /findings-late\tThreshold crossed/);
  assert.match(
    (await done(operate('versions'))).out,
    new RegExp(`^\\* .*\t${jarVersion('two')}\t`, 'm'),
  );
  assert.match(
    (await done(operate('outputs'))).out,
    /^ApplicationName\tbreakwater-test-correlation$/m,
  );
  assert.match(
    (await done(operate('logs', '--errors', '--since', '2h'))).out,
    /log since 2h \?ERROR \?WARN/,
  );
});

test('a whole life: deploy, upgrade, a failing upgrade, back, scale, stop, start', async () => {
  await deployedForProduction();
  const sure = ['--confirm', APPLICATION];

  await done(operate('upgrade', '--jar', jarOf('two'), ...sure));
  await failed(1, operate('upgrade', '--jar', jarOf('broken'), ...sure), /did not come up/);
  await done(operate('rollback', ...sure));
  await done(operate('scale', '--parallelism', '4', ...sure));
  await done(operate('stop', ...sure));
  await done(operate('start', ...sure));

  assert.equal(application().status, 'RUNNING');
  assert.equal(application().tasks, 4);
  assert.match((await done(operate('status'))).out, /same jar/);
});
