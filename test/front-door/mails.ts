/** Mailboxes to import: mails as their writer would have sent them, as one mbox. */

export interface Letter {
  readonly id: string;
  readonly at: Date;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject?: string;
  readonly text?: string;
  readonly answers?: string;
  readonly headers?: readonly string[];
}

export function writeMailbox(letters: readonly Letter[]): string {
  return letters.map(writeLetter).join('');
}

function writeLetter({ id, at, from, to, subject = 'Over koffie', text = 'Tot gauw.', answers, headers = [] }: Letter) {
  const date = at.toUTCString().replace('GMT', '+0000');
  return [
    `From ${/<(.+)>/.exec(from)?.[1] ?? from} ${at.toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) (.+) GMT$/, '$1 $3 $2 $5 $4')}`,
    `From: ${from}`,
    `To: ${to.join(', ')}`,
    `Date: ${date}`,
    `Message-ID: <${id}@post.example>`,
    ...(answers === undefined ? [] : [`In-Reply-To: <${answers}@post.example>`]),
    ...headers,
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
    '',
  ].join('\n');
}
