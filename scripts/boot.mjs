// Runs on the Node a machine happens to have (20 or later): installs what is missing, then runs the target with Node 24 or later.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';

const checkout = fileURLToPath(new URL('../', import.meta.url));
const wantedMajor = 24;
// Linux keeps a pool of memory for each thread; two for all, as package.json asks, and the program takes a tenth less.
const { startEnvironment } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));

const targets = {
  start: 'scripts/start.ts',
  dev: 'scripts/dev.ts',
  test: 'scripts/test.ts',
  check: 'scripts/check.ts',
  build: 'scripts/build-web.ts',
  speed: 'bench/speed/main.ts',
  validity: 'bench/validity/main.ts',
  'start-times': 'bench/start.ts',
  browser: 'bench/browser-lists.ts',
  mailbox: 'bench/mailbox/main.ts',
  'what-if': 'bench/what-if/main.ts',
  network: 'bench/network.ts',
  screens: 'bench/screens/main.ts',
  'back-test': 'bench/back-test/main.ts',
  faults: 'test/faults/run.ts',
  mutants: 'test/mutants/run.ts',
  'try-bluesky': 'test/try-bluesky.ts',
  gallery: 'e2e/gallery.ts',
  hecht: 'src/main.ts',
};

const [name = '', ...given] = process.argv.slice(2);
const target = targets[name];
// The command line and the server are one program.
const args = name === 'hecht' ? [name, ...given] : given;
if (!target) fail(`Usage: node scripts/boot.mjs ${Object.keys(targets).join('|')} [ARGUMENTS]`);

try {
  // On standard error, so that what a command answers stays clean.
  await ensureInstalled({ checkout, tell: (line) => process.stderr.write(`${line}\n`) });
} catch (problem) {
  fail(problem.message);
}
const file = join(checkout, target);
if (!existsSync(file)) fail(`${target} does not exist.`);
if (Number(process.versions.node.split('.')[0]) >= wantedMajor) {
  if (name === 'start') beginLean();
  endWithNpm(() => process.kill(process.pid, 'SIGTERM'));
  process.argv = [process.argv[0], file, ...args];
  await import(pathToFileURL(file).href);
} else {
  runWith(findNode());
}

function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = join(checkout, 'node_modules', `node-${platform}-${process.arch}`, 'bin', program);
  if (existsSync(own)) return own;
  return fail(
    `Hecht needs Node ${wantedMajor} or later; this is ${process.version}, and npm has none for this machine. Please install it.`,
  );
}

function runWith(node) {
  const follower = ['/usr/bin/setpriv', '/bin/setpriv'].find(
    (path) => process.platform === 'linux' && existsSync(path),
  );
  // A kill -9 of this process must not leave the real one behind, holding the port.
  const command = follower ? [follower, '--pdeathsig', 'TERM', node] : [node];
  // What package.json says to Node (how much memory young objects may take) is meant for the real process.
  const env = { ...startEnvironment, ...process.env };
  const child = spawn(command[0], [...command.slice(1), ...process.execArgv, file, ...args], { stdio: 'inherit', env });
  child.once('error', (problem) => fail(problem.message));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  endWithNpm(() => child.kill('SIGTERM'));
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

/** In this process's place, where its memory was already laid out otherwise. */
function beginLean() {
  const isLean = Object.keys(startEnvironment).every((key) => key in process.env);
  if (isLean || process.platform !== 'linux' || typeof process.execve !== 'function') return;
  const [node, ...rest] = process.argv;
  process.execve(process.execPath, [node, ...process.execArgv, ...rest], { ...startEnvironment, ...process.env });
}

/** npm itself may be killed outright; nobody is left then to pass on a Ctrl-C, and the port would stay taken. */
function endWithNpm(end) {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  setInterval(() => ancestors() !== before && end(), 500).unref();
}

/** The shell that npm runs a script in, and on Linux npm itself. */
function ancestors() {
  try {
    const afterName = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ').at(-1);
    return `${process.ppid} ${afterName.split(' ')[1]}`;
  } catch {
    return `${process.ppid}`;
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
