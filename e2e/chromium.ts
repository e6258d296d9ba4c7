import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Chromium = { executablePath: string; env: Record<string, string> };

const checkout = fileURLToPath(new URL('../', import.meta.url));
const packed = join(checkout, 'node_modules/@sparticuz/chromium');
const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser that comes with the packages where it runs, else the one of this machine. HECHT_CHROMIUM: a path, or "installed". */
export function findChromium(): Chromium {
  const wish = process.env.HECHT_CHROMIUM;
  if (wish && wish !== 'installed') return { executablePath: wish, env: {} };
  if (!wish && process.platform === 'linux' && process.arch === 'x64') return unpack();
  const installed = findInstalled();
  if (!installed) throw new Error('The journeys need Chrome or Chromium: install one, or name it in HECHT_CHROMIUM.');
  return { executablePath: installed, env: {} };
}

function findInstalled(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places].find(works);
}

/** Some systems keep a script of that name which only says how to install the real one. */
function works(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return status === 0 && /chrom/i.test(stdout);
}

function unpack(): Chromium {
  const version = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')).version;
  const folder = join(checkout, '.tmp', `chromium-${version}`);
  if (!existsSync(folder)) inflateInto(folder);
  const executablePath = join(folder, 'chromium');
  const lacksLibraries = spawnSync('ldd', [executablePath], { encoding: 'utf8' }).stdout?.includes('not found');
  return {
    executablePath,
    env: {
      ...(lacksLibraries ? { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } : {}),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
  };
}

/** The package unpacks into the system's temporary folder; a private one, renamed when whole, is never half-made. */
function inflateInto(folder: string): void {
  const unfinished = `${folder}.new-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const script = `import { inflate } from '@sparticuz/chromium';
    for (const name of process.argv.slice(1)) await inflate(name);`;
  const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((name) =>
    join(packed, 'bin', name),
  );
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, ...archives], {
    cwd: checkout,
    env: { ...process.env, TMPDIR: unfinished },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The browser that comes with the packages could not be unpacked: ${stderr}`);
  try {
    renameSync(unfinished, folder);
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw cause;
  }
}
