// SPDX-License-Identifier: Apache-2.0
// Starts a Flink application once it has been created, and waits until it runs. CloudFormation creates
// applications stopped, and restarts by itself those that run when it updates them: so this starts
// what is ready, waits for what is under way, leaves alone what runs, and does nothing on deletion.
// A job that does not come up fails the stack, and the event says why.
const POLL_MILLIS = 10_000;
const SPARE_MILLIS = 60_000; // to answer before the function is cut off
const UNDER_WAY = ['STARTING', 'UPDATING', 'AUTOSCALING', 'ROLLING_BACK', 'MAINTENANCE'];

async function start(flink, ApplicationName, millisLeft) {
  for (let started = false; ; await exports.wait(POLL_MILLIS)) {
    const { ApplicationDetail } = await flink.describeApplication({ ApplicationName });
    const status = ApplicationDetail.ApplicationStatus;
    if (status === 'RUNNING') {
      return;
    }
    if (status === 'READY' && !started) {
      await flink.startApplication({ ApplicationName });
      started = true;
    } else if (!UNDER_WAY.includes(status)) {
      throw new Error(`${ApplicationName} is ${status}: ${await reason(flink, ApplicationName)}`);
    }
    if (millisLeft() < SPARE_MILLIS) {
      throw new Error(
        `${ApplicationName} is still ${status}: ${await reason(flink, ApplicationName)}`,
      );
    }
  }
}

// What the service says of the latest start.
async function reason(flink, ApplicationName) {
  try {
    const { ApplicationOperationInfoList } = await flink.listApplicationOperations({
      ApplicationName,
      Operation: 'StartApplication',
      Limit: 1,
    });
    const { ApplicationOperationInfoDetails } = await flink.describeApplicationOperation({
      ApplicationName,
      OperationId: ApplicationOperationInfoList[0].OperationId,
    });
    return ApplicationOperationInfoDetails.OperationFailureDetails.ErrorInfo.ErrorString;
  } catch (e) {
    console.error('no reason to be had:', e);
    return 'the service names no reason; look into the log of the application';
  }
}

async function answer(event, Status, Reason) {
  const { ResponseURL, StackId, RequestId, LogicalResourceId, ResourceProperties } = event;
  const PhysicalResourceId = `start-${ResourceProperties.ApplicationName}`;
  const body = JSON.stringify({
    Status,
    Reason,
    StackId,
    RequestId,
    LogicalResourceId,
    PhysicalResourceId,
  });
  // The address is signed for a request without a content type.
  await fetch(ResponseURL, { method: 'PUT', headers: { 'content-type': '' }, body });
}

exports.client = () => new (require('@aws-sdk/client-kinesis-analytics-v2').KinesisAnalyticsV2)();
exports.wait = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

exports.handler = async (event, context) => {
  try {
    if (event.RequestType !== 'Delete') {
      await start(exports.client(), event.ResourceProperties.ApplicationName, () =>
        context.getRemainingTimeInMillis(),
      );
    }
  } catch (e) {
    console.error(e);
    return answer(event, 'FAILED', e.message.slice(0, 1000));
  }
  return answer(event, 'SUCCESS');
};
