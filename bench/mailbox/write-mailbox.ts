/** A mailbox as someone has after some years: people, conversations, mailings, a picture now and then. Always the same. */
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const people = 2_000;
const words =
  'koffie bonen levering factuur morgen bestelling prijs vraag antwoord machine maling kopje dank groet offerte'.split(
    ' ',
  );

/** Whole numbers from one seed, so that two runs read the same. */
function makeDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

export interface Written {
  readonly count: number;
  readonly bytes: number;
}

export function writeMailbox(folder: string, input: { count: number; owner: string; ownerId: number | null }): Written {
  const { count, owner, ownerId } = input;
  const dice = makeDice(20_261_122);
  const text = (length: number) => Array.from({ length }, () => words[dice(words.length)]).join(' ');
  const lastOf = new Map<number, string>();
  const cur = join(folder, 'cur');
  for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(folder, name), { recursive: true });
  let bytes = 0;
  const startMs = Date.UTC(2023, 0, 2, 8);
  const stepMs = Math.floor((3.5 * 365 * 86_400_000) / count);
  for (let at = 0; at < count; at += 1) {
    const who = Math.min(dice(people), dice(people));
    const person = `persoon${who}@firma${who % 700}.nl`;
    const isMailing = dice(10) === 0;
    const isOwn = !isMailing && dice(3) === 0;
    const key = `m${at}@${isOwn ? 'overkant.example' : `firma${who % 700}.nl`}`;
    const parent = lastOf.get(who);
    const answers = !isMailing && parent && dice(4) > 0 ? [`In-Reply-To: <${parent}>`, `References: <${parent}>`] : [];
    if (!isMailing) lastOf.set(who, key);
    const when = new Date(startMs + at * stepMs);
    const picture = dice(25) === 0 ? text(2_500) : '';
    const mail = [
      `Message-ID: <${key}>`,
      `Date: ${when.toUTCString().replace('GMT', '+0000')}`,
      `From: ${isOwn ? owner : `Persoon ${who} <${person}>`}`,
      `To: ${isOwn ? person : owner}`,
      `Subject: ${answers.length > 0 ? 'Re: ' : ''}${text(4)}`,
      ...answers,
      ...(isMailing ? ['List-Unsubscribe: <mailto:af@firma.nl>', 'Precedence: bulk'] : []),
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      `Dag,\r\n\r\n${text(60 + dice(300))}.\r\n\r\nGroet,\r\nPersoon ${who}`,
      picture,
    ].join('\r\n');
    bytes += mail.length;
    const path = join(cur, `${Math.floor(when.getTime() / 1_000)}.M${at}P1.bench:2,S`);
    writeFileSync(path, mail);
    if (ownerId !== null) chownSync(path, ownerId, ownerId);
  }
  if (ownerId !== null) for (const name of ['.', 'cur', 'new', 'tmp']) chownSync(join(folder, name), ownerId, ownerId);
  return { count, bytes };
}
