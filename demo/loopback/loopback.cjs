// SPDX-License-Identifier: Apache-2.0
// Loaded before the server: it can be told its ports and not its address, and would listen on all.
const { Server } = require('node:net');

const listen = Server.prototype.listen;

Server.prototype.listen = function (first, ...rest) {
  if (typeof first === 'number' || typeof first === 'string') {
    const others = typeof rest[0] === 'string' ? rest.slice(1) : rest;
    return listen.call(this, Number(first), '127.0.0.1', ...others);
  }
  if (first !== null && typeof first === 'object' && 'port' in first) {
    return listen.call(this, { ...first, host: '127.0.0.1' }, ...rest);
  }
  return listen.call(this, first, ...rest);
};
