// SPDX-License-Identifier: Apache-2.0
// Writes what the tests did as Surefire does, whose reports the build adds up: one suite, a case a test.

export default async function* report(source) {
  const cases = [];
  for await (const { type, data } of source) {
    if ((type === 'test:pass' || type === 'test:fail') && data.details.type !== 'suite') {
      cases.push(testCase(type, data));
    }
  }
  const failures = cases.filter(({ failed }) => failed).length;
  const skipped = cases.filter(({ skipped }) => skipped).length;
  const seconds = cases.reduce((sum, { time }) => sum + time, 0).toFixed(3);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuite name="deploy" time="${seconds}" tests="${cases.length}" errors="0" skipped="${skipped}" failures="${failures}">\n`;
  yield cases.map(({ xml }) => xml).join('');
  yield '</testsuite>\n';
}

function testCase(type, { name, file, details, skip }) {
  const failed = type === 'test:fail';
  const skipped = skip !== undefined;
  const time = details.duration_ms / 1000;
  const where = /([^/]*)\.test\.js$/.exec(file ?? '')?.[1] ?? 'deploy';
  const inner = failed
    ? `<failure message="${escaped(details.error?.message ?? '')}">${escaped(String(details.error?.cause?.stack ?? details.error))}</failure>`
    : skipped
      ? '<skipped/>'
      : '';
  return {
    failed,
    skipped: skipped && !failed,
    time,
    xml: `  <testcase name="${escaped(name)}" classname="${escaped(where)}" time="${time.toFixed(3)}">${inner}</testcase>\n`,
  };
}

function escaped(text) {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;');
}
