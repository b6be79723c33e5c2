import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Loaded before everything else in a process and in each of its threads: whoever would open a socket, ask for a name or start a command is
 * written down, then fails. Threads and files stay possible.
 */
const GUARD = `'use strict';
const { appendFileSync } = require('node:fs');
const { join } = require('node:path');
const { syncBuiltinESMExports } = require('node:module');
const note = (what) => () => {
  appendFileSync(join(__dirname, 'tried.txt'), what + '\\n');
  throw new Error('no way out: ' + what);
};
const close = (where, name) => {
  for (const key of Object.keys(where)) if (typeof where[key] === 'function' && name(key)) where[key] = note(key);
};
const net = require('node:net');
net.Socket.prototype.connect = note('net.connect');
net.Server.prototype.listen = note('net.listen');
require('node:dgram').createSocket = note('dgram.createSocket');
const lookups = (key) => /^(lookup|resolve|reverse)/.test(key);
close(require('node:dns'), lookups);
close(require('node:dns').promises, lookups);
close(require('node:child_process'), (key) => /^(spawn|exec|fork)/.test(key));
globalThis.fetch = note('fetch');
const threads = require('node:worker_threads');
threads.Worker = class extends threads.Worker {
  constructor(file, options) {
    super(file, { ...options, execArgv: ['--require', __filename] });
  }
};
syncBuiltinESMExports();
`;

/** An entry that runs another one with every way out closed. */
export interface ClosedEntry {
  readonly entry: string;
  /** What was tried since the beginning, in order. */
  readonly tried: () => readonly string[];
}

/** Closes the ways out of a program. @param directory empty, for its files @param entry path of the program @param name of the new entry */
export function withNoWayOut(directory: string, entry: string, name = 'entry'): ClosedEntry {
  const record = path.join(directory, 'tried.txt');
  writeFileSync(path.join(directory, 'guard.cjs'), GUARD);
  writeFileSync(record, '');
  const closed = path.join(directory, `${name}.mjs`);
  writeFileSync(closed, `import './guard.cjs';\nawait import(${JSON.stringify(pathToFileURL(entry).href)});\n`);
  return { entry: closed, tried: () => readFileSync(record, 'utf8').split('\n').filter(Boolean) };
}
