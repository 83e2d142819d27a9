// SPDX-License-Identifier: Apache-2.0
'use strict';

/*
 * Answers which team the account of an exposure belongs to, and where its runbook is. Breakwater
 * calls it with each revision that people are told of; see README.md.
 */

const http = require('node:http');
const { StateFun, messageBuilder } = require('apache-flink-statefun');

// In place of whatever knows it where you are.
const TEAMS = {
  111122223333: { name: 'team-payments', runbook: 'https://wiki.example.com/payments/exposures' },
  444455556666: { name: 'team-ledger', runbook: 'https://wiki.example.com/ledger/exposures' },
};

const EXPOSURE = StateFun.jsonType('breakwater/exposure');
const SAYS = StateFun.jsonType('breakwater/says');

const OVER = 3; // activity_id

const statefun = new StateFun();

statefun.bind({
  typename: 'example/owner',
  // Kept by Breakwater, for each exposure.
  specs: [{ name: 'revisions', type: StateFun.intType() }],
  fn(context, message) {
    if (!message.is(EXPOSURE)) {
      return;
    }
    const finding = message.as(EXPOSURE);
    const revisions = (context.storage.revisions ?? 0) + 1;
    context.storage.revisions = revisions;
    const team = TEAMS[finding.cloud?.account?.uid];
    if (team === undefined) {
      return;
    }
    if (finding.activity_id === OVER) {
      say(context, { comment: `Over after ${revisions} revisions. Thank you, ${team.name}.` });
    } else {
      // The same comment is told once, however often it is said.
      say(context, {
        owner: team.name,
        comment: `Belongs to ${team.name}; runbook: ${team.runbook}`,
      });
    }
  },
});

function say(context, value) {
  context.send(
    messageBuilder({ typename: 'breakwater/exposure', id: context.self.id, value, valueType: SAYS }),
  );
}

const port = Number(process.argv[2] ?? 8000);
const server = http.createServer(statefun.handler());
server.listen(port, '127.0.0.1', () => {
  console.log(`playbook example/owner is served on http://127.0.0.1:${server.address().port}/`);
});
