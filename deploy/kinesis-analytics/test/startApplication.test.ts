// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import { MODULE } from '../lib/paths';
import { committed } from '../lib/templates';

const starter = require(join(MODULE, 'lambda/startApplication.js'));

const NAME = 'breakwater-correlation';
const MINUTES = 60_000;

/** The service: has one status after another, and stays at the last. */
class TestingFlink {
  starts = 0;

  constructor(
    private readonly statuses: string[],
    private readonly failure?: string,
  ) {}

  async describeApplication({ ApplicationName }: { ApplicationName: string }) {
    assert.equal(ApplicationName, NAME);
    const status = this.statuses.length > 1 ? this.statuses.shift() : this.statuses[0];
    return { ApplicationDetail: { ApplicationStatus: status } };
  }

  async startApplication(request: object) {
    assert.deepEqual(request, { ApplicationName: NAME });
    this.starts++;
  }

  async listApplicationOperations() {
    return { ApplicationOperationInfoList: this.failure ? [{ OperationId: 'last' }] : [] };
  }

  async describeApplicationOperation({ OperationId }: { OperationId: string }) {
    assert.equal(OperationId, 'last');
    return {
      ApplicationOperationInfoDetails: {
        OperationFailureDetails: { ErrorInfo: { ErrorString: this.failure } },
      },
    };
  }
}

let waits: number;
let answers: { url: string; answer: any }[];

beforeEach(() => {
  waits = 0;
  answers = [];
  starter.wait = async () => void waits++;
  console.error = () => {};
  globalThis.fetch = (async (url: string, { method, body }: any) => {
    assert.equal(method, 'PUT');
    answers.push({ url, answer: JSON.parse(body) });
  }) as any;
});

async function happens(requestType: string, flink: TestingFlink, minutesLeft = () => 15) {
  starter.client = () => flink;
  await starter.handler(
    {
      RequestType: requestType,
      ResponseURL: 'https://example.com/answer',
      StackId: 'stack',
      RequestId: 'request',
      LogicalResourceId: 'CorrelationStart',
      ResourceProperties: { ApplicationName: NAME },
    },
    { getRemainingTimeInMillis: () => minutesLeft() * MINUTES },
  );
  assert.equal(answers.length, 1);
  return answers[0]!.answer;
}

test('an application that was created is started, and the answer waits until it runs', async () => {
  const flink = new TestingFlink(['READY', 'STARTING', 'STARTING', 'RUNNING']);

  const answer = await happens('Create', flink);

  assert.deepEqual(answers, [
    {
      url: 'https://example.com/answer',
      answer: {
        Status: 'SUCCESS',
        StackId: 'stack',
        RequestId: 'request',
        LogicalResourceId: 'CorrelationStart',
        PhysicalResourceId: `start-${NAME}`,
      },
    },
  ]);
  assert.equal(answer.Status, 'SUCCESS');
  assert.equal(flink.starts, 1);
  assert.equal(waits, 3);
});

test('an application that runs is left alone', async () => {
  const flink = new TestingFlink(['RUNNING']);

  const answer = await happens('Update', flink);

  assert.equal(answer.Status, 'SUCCESS');
  assert.equal(flink.starts, 0);
});

test('an application that the service restarts by itself is waited for, not started', async () => {
  const flink = new TestingFlink(['UPDATING', 'RUNNING']);

  const answer = await happens('Update', flink);

  assert.equal(answer.Status, 'SUCCESS');
  assert.equal(flink.starts, 0);
});

test('a start that fails says why', async () => {
  const flink = new TestingFlink(['READY', 'STARTING', 'READY'], 'The jar has no main class.');

  const answer = await happens('Create', flink);

  assert.equal(answer.Status, 'FAILED');
  assert.equal(answer.Reason, `${NAME} is READY: The jar has no main class.`);
  assert.equal(flink.starts, 1);
});

test('a start that fails for no reason that the service names refers to the log', async () => {
  const answer = await happens('Create', new TestingFlink(['READY', 'STARTING', 'READY']));

  assert.equal(answer.Status, 'FAILED');
  assert.equal(
    answer.Reason,
    `${NAME} is READY: the service names no reason; look into the log of the application`,
  );
});

test('a start that takes too long fails before the function is cut off', async () => {
  let left = 3;

  const answer = await happens('Create', new TestingFlink(['STARTING']), () => left--);

  assert.equal(answer.Status, 'FAILED');
  assert.match(answer.Reason, /^breakwater-correlation is still STARTING/);
  assert.equal(waits, 3);
});

test('an application that is being deleted cannot be started', async () => {
  const flink = new TestingFlink(['DELETING']);

  const answer = await happens('Create', flink);

  assert.equal(answer.Status, 'FAILED');
  assert.equal(flink.starts, 0);
});

test('a service that cannot be reached fails the start, and the answer is given all the same', async () => {
  const flink = new TestingFlink(['READY']);
  flink.startApplication = () => Promise.reject(new Error('AccessDenied'));

  const answer = await happens('Create', flink);

  assert.equal(answer.Status, 'FAILED');
  assert.equal(answer.Reason, 'AccessDenied');
});

test('there is nothing to do when the stack goes', async () => {
  const flink = new TestingFlink(['RUNNING']);

  const answer = await happens('Delete', flink);

  assert.equal(answer.Status, 'SUCCESS');
  assert.equal(flink.starts, 0);
  assert.equal(waits, 0);
});

test('the function is within what a template may hold of one, and has two arguments as the runtime wants', () => {
  const { Code } = committed('breakwater').Resources.StartFunction!.Properties as any;

  assert.ok(Code.ZipFile.length <= 4096);
  assert.equal(starter.handler.length, 2);
});
