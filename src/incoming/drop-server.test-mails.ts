/** One mail, forwarded by the programs that people use. */
export function original({ id, date }: { id: string; date: string }): string {
  return [
    'From: Ans de Boer <ans@cafeans.nl>',
    'To: Sanne <sanne@overkant.nl>',
    'Subject: Vraag over bonen',
    `Date: ${date}`,
    `Message-ID: <${id}>`,
    '',
    'Hebben jullie nog bonen uit Peru?',
  ].join('\r\n');
}

export const undeliverable = [
  'ans@cafeans.nl',
  'drop@crm.overkant.nl',
  'drop+kort@crm.overkant.nl',
  'sanne@overkant.nl',
  `drop+${'a'.repeat(32)}@elders.example`,
];

const body = 'Hebben jullie nog bonen uit Peru?';

interface Forward {
  readonly text?: string;
  readonly html?: string;
}

export const forwards: Readonly<Record<string, Forward>> = {
  'Gmail, English': {
    text: `Voor de map.\n\n---------- Forwarded message ---------\nFrom: Ans de Boer <ans@cafeans.nl>\nDate: Fri, 13 Nov 2026 at 14:05\nSubject: Vraag over bonen\nTo: Sanne <sanne@overkant.nl>\n\n\n${body}\n`,
  },
  'Gmail, Dutch': {
    text: `---------- Forwarded message ---------\nVan: Ans de Boer <ans@cafeans.nl>\nDate: vr 13 nov 2026 om 14:05\nSubject: Vraag over bonen\nTo: Sanne <sanne@overkant.nl>\n\n\n${body}\n`,
  },
  'Gmail, html only': {
    html: `<div dir="ltr"><br><div class="gmail_quote"><div dir="ltr">---------- Forwarded message ---------<br>From: <strong>Ans de Boer</strong> <span>&lt;<a href="mailto:ans@cafeans.nl">ans@cafeans.nl</a>&gt;</span><br>Date: Fri, Nov 13, 2026 at 2:05 PM<br>Subject: Vraag over bonen<br>To: Sanne &lt;<a href="mailto:sanne@overkant.nl">sanne@overkant.nl</a>&gt;<br></div><br><br><div>${body}</div></div></div>`,
  },
  'Outlook, English': {
    text: `FYI\n\n________________________________\nFrom: Ans de Boer <ans@cafeans.nl>\nSent: Friday, November 13, 2026 2:05 PM\nTo: Sanne <sanne@overkant.nl>\nSubject: Vraag over bonen\n\n${body}\n`,
  },
  'Outlook, Dutch': {
    text: `Van: Ans de Boer [mailto:ans@cafeans.nl]\nVerzonden: vrijdag 13 november 2026 14:05\nAan: Sanne <sanne@overkant.nl>\nOnderwerp: Vraag over bonen\n\n${body}\n`,
  },
  'Outlook of a phone, Dutch': {
    text: `Outlook voor iOS downloaden\n\nVan: Ans de Boer <ans@cafeans.nl>\nVerzonden: Friday, November 13, 2026 2:05:00 PM\nAan: Sanne <sanne@overkant.nl>\nOnderwerp: Vraag over bonen\n \n${body}\n`,
  },
  'Apple Mail, English': {
    text: `\n\n> Begin forwarded message:\n> \n> From: Ans de Boer <ans@cafeans.nl>\n> Subject: Vraag over bonen\n> Date: 13 November 2026 at 14:05:00 CET\n> To: Sanne <sanne@overkant.nl>\n> \n> ${body}\n`,
  },
  'Apple Mail, Dutch': {
    text: `Begin doorgestuurd bericht:\n\nVan: Ans de Boer <ans@cafeans.nl>\nOnderwerp: Vraag over bonen\nDatum: 13 november 2026 om 14:05:00 CET\nAan: Sanne <sanne@overkant.nl>\n\n${body}\n`,
  },
  'Thunderbird, English': {
    text: `\n\n-------- Forwarded Message --------\nSubject: \tVraag over bonen\nDate: \tFri, 13 Nov 2026 14:05:00 +0100\nFrom: \tAns de Boer <ans@cafeans.nl>\nTo: \tSanne <sanne@overkant.nl>\n\n\n\n${body}\n`,
  },
  'Thunderbird, Dutch': {
    text: `-------- Doorgestuurd bericht --------\nOnderwerp: \tVraag over bonen\nDatum: \tFri, 13 Nov 2026 14:05:00 +0100\nVan: \tAns de Boer <ans@cafeans.nl>\nAan: \tSanne <sanne@overkant.nl>\n\n${body}\n`,
  },
};
