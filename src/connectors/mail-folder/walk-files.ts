import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface FoundFile {
  /** Below the folder, with forward slashes. */
  readonly relativePath: string;
  readonly path: string;
}

const skippedFolders = new Set(['tmp', 'node_modules', '__MACOSX']);
const maxDepth = 32;

/** Every file below a folder in one fixed order, so a stopped walk can be taken up. Links are not followed. */
export async function* walkFiles(root: string, after: string | null): AsyncIterable<FoundFile> {
  if ((await stat(root)).isFile()) {
    if (after === null) yield { relativePath: '', path: root };
    return;
  }
  yield* walkFolder(root, [], after === null ? null : after.split('/'));
}

async function* walkFolder(
  root: string,
  parents: readonly string[],
  after: readonly string[] | null,
): AsyncIterable<FoundFile> {
  const depth = parents.length;
  const boundary = after?.[depth];
  const entries = (await readdir(join(root, ...parents), { withFileTypes: true })).filter(isWanted).sort(byName);
  for (const entry of entries) {
    if (boundary !== undefined && entry.name < boundary) continue;
    const names = [...parents, entry.name];
    const isOnBoundary = entry.name === boundary;
    if (entry.isDirectory()) {
      if (depth < maxDepth) yield* walkFolder(root, names, isOnBoundary ? after : null);
    } else if (!isOnBoundary) {
      yield { relativePath: names.join('/'), path: join(root, ...names) };
    }
  }
}

function isWanted(entry: Dirent): boolean {
  return entry.isDirectory() ? !skippedFolders.has(entry.name) : entry.isFile();
}

function byName(left: Dirent, right: Dirent): number {
  return left.name < right.name ? -1 : left.name > right.name ? 1 : 0;
}
