/**
 * Writes the e-mail log of a Polish manufacturing firm (Michalski, Palus & Kazienko 2011; KONECT) in the forms a firm
 * would import: `csv FILE` all mails as rows, `mbox FILE EMPLOYEE` one employee's mailbox, `csv FILE EMPLOYEE` that
 * employee's rows. Same mails, same moments, same replies in each, so imports can be held against each other.
 *
 *   node bench/radoslaw.ts csv  LOG > all.csv
 *   node bench/radoslaw.ts csv  LOG 17 > employee-17.csv
 *   node bench/radoslaw.ts mbox LOG 17 > employee-17.mbox
 */

import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';

export interface LogMail {
  readonly id: string;
  readonly from: number;
  readonly to: readonly number[];
  readonly atS: number;
  /** Ids of the mails it answers, the latest first. */
  readonly answers: readonly string[];
}

const answerWithinS = 7 * 86_400;

/** One sender in one second is one mail, to everyone named in that second. Lines with % are comments. */
export async function readLogMails(path: string): Promise<LogMail[]> {
  const receiversByMail = new Map<string, { from: number; atS: number; to: Set<number> }>();
  const file = createReadStream(path);
  for await (const line of createInterface({ input: path.endsWith('.gz') ? file.pipe(createGunzip()) : file })) {
    if (line.startsWith('%') || line.trim() === '') continue;
    const [from = 0, to = 0, , atS = 0] = line.trim().split(/\s+/).map(Number);
    const key = `${from} ${atS}`;
    const mail = receiversByMail.get(key) ?? { from, atS, to: new Set() };
    receiversByMail.set(key, mail);
    if (to !== from) mail.to.add(to);
  }
  const mails = [...receiversByMail.values()]
    .filter(({ to }) => to.size > 0)
    .sort((left, right) => left.atS - right.atS || left.from - right.from);
  return findAnswers(
    mails.map(({ from, atS, to }) => ({
      id: `${from}-${atS}@radoslaw.example`,
      from,
      atS,
      to: [...to].sort((left, right) => left - right),
    })),
  );
}

/** A mail from B to A within 7 days after A's last mail to B that was not answered yet is a reply to it. */
function findAnswers(mails: readonly Omit<LogMail, 'answers'>[]): LogMail[] {
  const unanswered = new Map<string, { id: string; atS: number }>();
  return mails.map((mail) => {
    const answered = mail.to.flatMap((receiver) => {
      const key = `${receiver}>${mail.from}`;
      const open = unanswered.get(key);
      if (!open || open.atS === mail.atS) return [];
      unanswered.delete(key);
      return mail.atS - open.atS <= answerWithinS ? [open] : [];
    });
    for (const receiver of mail.to) unanswered.set(`${mail.from}>${receiver}`, { id: mail.id, atS: mail.atS });
    const latestFirst = answered.sort((left, right) => right.atS - left.atS).map(({ id }) => id);
    return { ...mail, answers: [...new Set(latestFirst)] };
  });
}

export function ofEmployee(mails: readonly LogMail[], employee: number): LogMail[] {
  return mails.filter(({ from, to }) => from === employee || to.includes(employee));
}

export function toAddress(person: number): string {
  return `p${person}@radoslaw.example`;
}

export function* writeCsv(mails: readonly LogMail[]): Iterable<string> {
  yield 'id,at,channel,kind,from,to,answers\n';
  for (const { id, atS, from, to, answers } of mails) {
    yield `${id},${new Date(atS * 1000).toISOString()},mail,message,${toAddress(from)},${to.map(toAddress).join(';')},${answers.join(' ')}\n`;
  }
}

export function* writeMbox(mails: readonly LogMail[]): Iterable<string> {
  for (const { id, atS, from, to, answers } of mails) {
    const date = new Date(atS * 1000);
    const [weekday = '', day = '', month = '', year = '', time = ''] = date.toUTCString().replace(',', '').split(' ');
    const replyHeaders =
      answers.length === 0
        ? []
        : [
            `In-Reply-To: <${answers[0]}>`,
            `References: ${answers
              .map((answer) => `<${answer}>`)
              .reverse()
              .join('\n ')}`,
          ];
    const headers = [
      `From ${toAddress(from)} ${weekday} ${month} ${day} ${time} ${year}`,
      `From: Employee ${from} <${toAddress(from)}>`,
      `To: ${to.map((receiver) => `Employee ${receiver} <${toAddress(receiver)}>`).join(',\n ')}`,
      `Date: ${weekday}, ${day} ${month} ${year} ${time} +0000`,
      `Message-ID: <${id}>`,
      ...replyHeaders,
      `Subject: ${answers.length > 0 ? 'Re: ' : ''}(not in the log)`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=us-ascii',
    ];
    yield `${headers.join('\n')}\n\n(The log holds no text.)\n\n`;
  }
}

async function main([form, path, employee]: readonly string[]): Promise<void> {
  if ((form !== 'csv' && form !== 'mbox') || path === undefined || (form === 'mbox' && employee === undefined)) {
    console.error('node bench/radoslaw.ts csv LOG [EMPLOYEE] | mbox LOG EMPLOYEE');
    process.exitCode = 2;
    return;
  }
  const all = await readLogMails(path);
  const mails = employee === undefined ? all : ofEmployee(all, Number(employee));
  for (const piece of form === 'csv' ? writeCsv(mails) : writeMbox(mails)) {
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
