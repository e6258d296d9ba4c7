import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AgendaEvent } from '#contract/agenda.ts';
import { type Brief, sayReason } from '#contract/briefs.ts';
import { writeBriefMail } from './brief-mail.ts';

const event = {
  id: 'e1',
  title: 'Koffie <b>',
  location: 'Brink 12',
  startsAt: '2026-11-23T09:00:00.000Z',
  startsOn: null,
} as AgendaEvent;
const at = '2026-11-01T09:00:00.000Z';
const brief = (reason: Brief['say']['reason']): Brief => ({
  party: { id: 'p1', name: 'Ans & Co', kind: 'person' },
  ...{
    jobTitle: 'Eigenaar',
    employer: { id: 'o1', name: 'Café Ans' },
    formOfAddress: 'informal',
    salutation: null,
    pronouns: null,
  },
  ...{ contactWish: 'when-needed', preferences: [], figures: null, birthdayOn: null },
  lastContact: { at, channel: 'call', with: 'Sanne', subject: 'Molen' },
  keptLine: { text: 'De molen piept', at },
  notes: [{ id: 'n1', text: 'Bel liever', at, by: 'Bram' }],
  open: [{ kind: 'promise', owedBy: 'ours', text: 'Proefpakket', at: '2026-11-25T09:00:00.000Z', with: 'Ans' }],
  say: { reason, names: { text: 'Proefpakket' }, numbers: { days: 2, gapDays: 9 } },
});

test('every reason becomes a sentence in both languages, and what people wrote is escaped', () => {
  for (const locale of ['nl', 'en'] as const) {
    for (const reason of sayReason.options) {
      const facts = {
        locale,
        timeZone: 'Europe/Amsterdam',
        publicUrl: 'https://hecht.example',
        nowMs: Date.parse('2026-11-22T09:00:00.000Z'),
      };
      const { subject, text, html } = writeBriefMail({ ...facts, event, briefs: [brief(reason)] });
      assert.match(subject, /23 nov,? 10:00: Koffie <b>/i);
      assert.doesNotMatch(text, /undefined|NaN|Invalid|null/, `${locale} ${reason}`);
      assert.match(text, /Ans & Co[\s\S]*Café Ans[\s\S]*De molen piept[\s\S]*Proefpakket[\s\S]*Bel liever/);
      assert.ok(html.includes('Koffie &lt;b&gt;') && html.includes('Ans &amp; Co') && !html.includes('<b>'));
      assert.ok(text.includes('https://hecht.example/agenda/e1'));
    }
  }
});
