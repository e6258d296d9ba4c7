import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CommandError } from './command.ts';

/** One line from standard input, not shown while it is typed. */
export async function readSecretLine(): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY === true });
  try {
    for await (const line of lines) {
      if (line.length < 10 || line.length > 200) throw new CommandError('A password has 10 to 200 characters.');
      return line;
    }
    throw new CommandError('No password was given.');
  } finally {
    lines.close();
  }
}
