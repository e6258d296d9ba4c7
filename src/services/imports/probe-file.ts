/** A first look at an uploaded file or folder, so that a connector can say "mine". */
import { open, readdir, stat } from 'node:fs/promises';
import { AppError } from '../app-error.ts';
import type { Connector, Probe } from './connector.ts';

const headBytes = 64 * 1024;
const mostNames = 200;
/** Below this nobody is sure enough: better to ask than to read a file wrongly. */
const leastCertainty = 0.3;

export async function probeFile(path: string, fileName: string): Promise<Probe> {
  const isFolder = (await stat(path)).isDirectory();
  const head = isFolder ? (await readdir(path)).slice(0, mostNames).join('\n') : await readHead(path);
  return { path, fileName, isFolder, head };
}

export function chooseConnector(connectors: readonly Connector[], probe: Probe): Connector {
  const ranked = connectors
    .map((connector) => ({ connector, certainty: connector.recognise(probe) }))
    .sort((left, right) => right.certainty - left.certainty);
  const best = ranked[0];
  if (!best || best.certainty < leastCertainty) throw new AppError('import-unknown-format');
  return best.connector;
}

async function readHead(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead).toString('latin1');
  } finally {
    await file.close();
  }
}
