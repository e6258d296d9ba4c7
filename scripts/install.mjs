// Installs the packages of the lockfile when they are missing or another lockfile's. Runs on Node 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const waitAtMostMs = 15 * 60_000;

export async function ensureInstalled({ checkout, tell }) {
  const lockfile = readFileSync(join(checkout, 'package-lock.json'));
  const hash = createHash('sha256').update(lockfile).digest('hex');
  if (isInstalled(checkout, hash)) return;
  if (!isWritable(checkout) && matchesLockfile(checkout, lockfile)) return;
  const release = await takeTurn(checkout, tell);
  try {
    if (isInstalled(checkout, hash)) return;
    if (!matchesLockfile(checkout, lockfile)) install(checkout, tell);
    writeFileSync(stampOf(checkout), `${hash}\n`);
  } finally {
    release();
  }
}

const stampOf = (checkout) => join(checkout, 'node_modules', '.hecht-lock');

function isInstalled(checkout, hash) {
  return readText(stampOf(checkout)).trim() === hash;
}

/** npm writes its own record last: when that agrees (a developer ran `npm install`), there is nothing to do. */
function matchesLockfile(checkout, lockfile) {
  const record = readText(join(checkout, 'node_modules', '.package-lock.json'));
  if (!record) return false;
  const installed = JSON.parse(record).packages;
  const wanted = Object.entries(JSON.parse(lockfile).packages).filter(([path]) => path !== '');
  const agrees = ([path, { version, optional }]) =>
    installed[path] ? installed[path].version === version : optional === true;
  return wanted.every(agrees) && Object.keys(installed).length <= wanted.length;
}

function install(checkout, tell) {
  tell('Installing the packages Hecht is built from (once; this can take a minute or two) ...');
  const options = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm, ...options]] : ['npm', options];
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, error } = spawnSync(command, args, {
    cwd: checkout,
    env: environment(),
    stdio: ['ignore', 2, 2],
    shell,
  });
  if (status !== 0)
    throw new Error(`The installation failed${error ? `: ${error.message}` : ''}. Nothing was started.`);
}

/** A machine set to production would leave out what builds the pages. */
function environment() {
  const { NODE_ENV: _, ...rest } = process.env;
  return rest;
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function requireWritable(checkout) {
  if (isWritable(checkout)) return;
  throw new Error(
    `The packages Hecht needs are not installed yet, and ${checkout} belongs to another account. ` +
      'Run `npm start` once as its owner, or make a clone of your own.',
  );
}

/** Two starts at once must not both install: a folder is made by one process only. */
async function takeTurn(checkout, tell) {
  requireWritable(checkout);
  const turn = join(checkout, '.tmp', 'installing');
  mkdirSync(dirname(turn), { recursive: true });
  const deadlineMs = Date.now() + waitAtMostMs;
  for (let told = false; ; told = true) {
    try {
      mkdirSync(turn);
      writeFileSync(join(turn, 'pid'), String(process.pid));
      return () => rmSync(turn, { recursive: true, force: true });
    } catch (problem) {
      if (problem.code !== 'EEXIST') throw problem;
    }
    if (isAbandoned(turn)) rmSync(turn, { recursive: true, force: true });
    else if (Date.now() > deadlineMs)
      throw new Error(`Another installation does not end; if there is none, remove ${turn}.`);
    else if (!told) tell('Waiting for another installation to end ...');
    await pause(200);
  }
}

function isAbandoned(turn) {
  const pid = Number(readText(join(turn, 'pid')));
  if (pid) return !isAlive(pid);
  try {
    return Date.now() - statSync(turn).mtimeMs > 5_000;
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return problem.code === 'EPERM';
  }
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
