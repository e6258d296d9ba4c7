/** The mailbox of an invented shopkeeper, as Gmail Takeout would hand it over. Dates relative to now. */

const dayMs = 86_400_000;
export const ownAddress = 'wilma@haverhuis.example';

interface Letter {
  readonly daysAgo: number;
  readonly hour: number;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly id: string;
  readonly inReplyTo?: string;
  readonly headers?: readonly string[];
}

const own = `Wilma Haver <${ownAddress}>`;

/** Who writes, in which rhythm, and how long ago for the last time. */
const people = [
  { name: 'Anneke Prins', address: 'anneke@bakkerijprins.example', gapDays: 9, lastDaysAgo: 2, count: 20 },
  { name: 'Theo Blom', address: 'theo@drukkerijblom.example', gapDays: 14, lastDaysAgo: 6, count: 14 },
  { name: 'Saskia Vaart', address: 'saskia@vaartadvies.example', gapDays: 30, lastDaysAgo: 12, count: 8 },
  // Wrote every week, and not for three months.
  { name: 'Rob Kuipers', address: 'rob@kuipersbouw.example', gapDays: 7, lastDaysAgo: 92, count: 18 },
  { name: 'Oma Riet', address: 'oma.riet@gmail.com', gapDays: 10, lastDaysAgo: 3, count: 15 },
  { name: 'Cor Meulen', address: 'cor@meulenhout.example', gapDays: 21, lastDaysAgo: 9, count: 6 },
] as const;

export function writeMailbox(nowMs: number): string {
  const letters = [...people.flatMap(writeThread), ...writeOneOffs()].sort((one, other) => other.daysAgo - one.daysAgo);
  return letters.map((letter) => printLetter(letter, nowMs)).join('\n');
}

function writeThread(person: (typeof people)[number]): Letter[] {
  const them = `${person.name} <${person.address}>`;
  const key = person.address.split('@')[0] ?? person.address;
  return Array.from({ length: person.count }, (_, index): Letter[] => {
    const daysAgo = person.lastDaysAgo + index * person.gapDays;
    const id = `${key}-${index}@post.example`;
    const asks = { daysAgo, hour: 8, from: them, to: own, subject: 'Bestelling', text: 'Mag ik weer twee dozen?', id };
    const answer = {
      daysAgo,
      hour: 11,
      from: own,
      to: them,
      subject: 'Re: Bestelling',
      text: 'Komt in orde.',
      id: `re-${id}`,
      inReplyTo: id,
      headers: ['X-Gmail-Labels: Verzonden'],
    };
    return [asks, answer];
  }).flat();
}

function writeOneOffs(): Letter[] {
  const theo = 'Theo Blom <theo@drukkerijblom.example>';
  const sent = ['X-Gmail-Labels: Verzonden'];
  return [
    {
      daysAgo: 5,
      hour: 15,
      from: own,
      to: theo,
      subject: 'Offerte',
      text: 'Ik stuur je vrijdag de offerte.',
      id: 'offerte@post.example',
      headers: sent,
    },
    {
      daysAgo: 4,
      hour: 9,
      from: 'Cor Meulen <cor@meulenhout.example>',
      to: own,
      subject: 'Vraagje',
      text: 'Kun je me laten weten of het rek nog past?',
      id: 'vraag@post.example',
    },
    {
      daysAgo: 8,
      hour: 6,
      from: 'Nieuws van de Groothandel <nieuws@groothandel.example>',
      to: own,
      subject: 'Aanbiedingen van deze week',
      text: 'Alles moet weg.',
      id: 'lijst@groothandel.example',
      headers: [
        'List-Id: <nieuws.groothandel.example>',
        'List-Unsubscribe: <mailto:weg@groothandel.example>',
        'Precedence: bulk',
      ],
    },
    {
      daysAgo: 7,
      hour: 10,
      from: 'Saskia Vaart <saskia@vaartadvies.example>',
      to: own,
      subject: 'Afwezig',
      text: 'Ik ben met vakantie.',
      id: 'afwezig@vaartadvies.example',
      headers: ['Auto-Submitted: auto-replied'],
    },
  ];
}

function printLetter(letter: Letter, nowMs: number): string {
  const at = new Date(Math.floor(nowMs / dayMs) * dayMs - letter.daysAgo * dayMs + letter.hour * 3_600_000);
  const reply =
    letter.inReplyTo === undefined ? [] : [`In-Reply-To: <${letter.inReplyTo}>`, `References: <${letter.inReplyTo}>`];
  return [
    `From ${letter.id} ${asctime(at)}`,
    `Message-ID: <${letter.id}>`,
    `Date: ${at.toUTCString()}`,
    `From: ${letter.from}`,
    `To: ${letter.to}`,
    `Subject: ${letter.subject}`,
    ...reply,
    ...(letter.headers ?? []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    letter.text,
    '',
  ].join('\n');
}

/** Mon Apr 13 08:00:00 +0000 2026, as Gmail writes it in the line between two mails. */
function asctime(at: Date): string {
  const [weekday, day, month, year, time] = at.toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${day} ${time} +0000 ${year}`;
}

/** Rows of contact moments: 40 that are right, two that cannot be. */
export function writeRows(nowMs: number): string {
  const good = Array.from({ length: 40 }, (_, index) => {
    const at = new Date(nowMs - (3 + index * 7) * dayMs).toISOString();
    const who = index % 2 === 0 ? 'lies@lunchroomvos.example' : 'joep@joepsfietsen.example';
    return `rij-${index},${at},order,order,${who},${ownAddress},Bestelling,"${12 + index},50",EUR`;
  });
  return [
    'id,at,channel,kind,from,to,subject,amount,currency',
    ...good,
    `rij-kapot-1,gisteren ergens,order,order,lies@lunchroomvos.example,${ownAddress},Bestelling,10,EUR`,
    `rij-kapot-2,${new Date(nowMs - dayMs).toISOString()},order,order,lies@lunchroomvos.example,${ownAddress},Bestelling,tien,EUR`,
    '',
  ].join('\n');
}
