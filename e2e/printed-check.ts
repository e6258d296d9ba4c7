/** "Klopt het?" in the browser beside `hecht check` on the command line: every figure of the one stands in the other. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const behind = '    · ';

export interface PrintedCheck {
  /** What stands on the page itself, line by line. */
  readonly lines: readonly string[];
  /** What stands behind its numbers, per heading. */
  readonly behind: ReadonlyMap<string, readonly string[]>;
}

interface OfHouse {
  readonly databaseUrl: string;
  readonly dataDir: string;
}

/** As an administrator runs it: its own process on the same database. */
export function runHechtCheck({ databaseUrl, dataDir }: OfHouse, args: readonly string[]): Promise<string> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, HECHT_DATA: dataDir, HECHT_ROLES: '' };
  const child = spawn(process.execPath, [program, 'hecht', 'check', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let [said, told] = ['', ''];
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (told += text));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`hecht check: ${code}\n${told}`))));
  });
}

export function readPrinted(said: string): PrintedCheck {
  const lines: string[] = [];
  const behindOf = new Map<string, string[]>();
  let heading = '';
  for (const line of said.split('\n').filter(Boolean)) {
    if (line.startsWith(behind))
      behindOf.set(heading, [...(behindOf.get(heading) ?? []), tidy(line.slice(behind.length))]);
    else {
      if (!line.startsWith(' ')) heading = tidy(line);
      lines.push(line);
    }
  }
  return { lines, behind: behindOf };
}

/**
 * The page's figures are the command's, in its order and no others; each line of the command stands on the page; and what
 * the command prints behind a heading stands in what the first number under it opens to. Answers how many were compared.
 */
export async function compareWithPage(page: Page, { lines, behind: behindOf }: PrintedCheck): Promise<number> {
  const shown = tidy(await page.locator('main').innerText());
  const [how = ''] = [...behindOf.keys()].slice(-1);
  const own = lines.slice(
    0,
    lines.findIndex((line) => tidy(line) === how),
  );
  for (const part of own.flatMap((line) => line.split(' → '))) {
    assert.ok(shown.includes(tidy(part)), `not on the page: ${part}\n\n${shown}`);
  }
  const figures = own.flatMap(readFigures);
  assert.deepEqual(readFigures(shown), figures);
  let compared = figures.length;
  const headings = [...behindOf.keys()].filter((heading) => heading !== how);
  for (const [at, heading] of headings.entries()) {
    const section = page
      .locator('main section')
      .filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
    await section.locator('[data-number]').first().click();
    const account = page.getByRole('dialog').locator('[data-account]');
    await account.locator('[data-part="parameters"] tr, table tr').first().waitFor();
    const told = tidy(await account.innerText());
    // The moments looked back from are the same behind each number.
    const lookedFor = [...(behindOf.get(heading) ?? []), ...(at === 0 ? (behindOf.get(how) ?? []) : [])];
    for (const line of lookedFor) {
      const what = line.slice(0, line.lastIndexOf(': '));
      const value = line.slice(line.lastIndexOf(': ') + 2);
      assert.match(told, new RegExp(`${quoteForSearch(what)}[ ,·]*${quoteForSearch(value)}(?!\\d)`, 'i'), told);
      compared += 1;
    }
    await page.keyboard.press('Escape');
    await account.waitFor({ state: 'hidden' });
  }
  return compared;
}

/** "1.234", "0,874" and "31 %" as they are written; a number within a word is none. */
function readFigures(text: string): string[] {
  return tidy(text).match(/(?<![\p{L}\d])\d[\d.,:]*\d|(?<![\p{L}\d])\d(?![\p{L}\d])/gu) ?? [];
}

const tidy = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const quoteForSearch = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
