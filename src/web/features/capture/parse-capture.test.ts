/** Sentences as people type them in a hurry, and what may be made of them: Wednesday 25 November 2026, 15:00. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toField } from '../../ui/zoned-time.ts';
import { parseCapture } from './parse-capture.ts';

const timeZone = 'Europe/Amsterdam';
const nowMs = Date.parse('2026-11-25T14:00:00Z');

interface Understood {
  readonly who?: string;
  readonly how?: string;
  readonly at?: string;
  readonly gave?: string;
  readonly promise?: string;
  readonly kept?: string;
  readonly text?: string;
}

const sentences: readonly (readonly ['nl' | 'en', string, Understood])[] = [
  [
    'nl',
    'Ans gebeld over de levering, wij sturen vrijdag de offerte',
    {
      who: 'Ans',
      how: 'call',
      promise: 'ours 2026-11-27T17:00 Wij sturen vrijdag de offerte',
      text: 'Over de levering',
    },
  ],
  ['nl', 'ans gebeld', { who: 'ans', how: 'call' }],
  ['nl', 'Ans belde: maler hapert', { who: 'Ans', how: 'call from them', text: 'Maler hapert' }],
  [
    'nl',
    'gebeld met Ans de Wit gisteren om 14:00: maler hapert, wij sturen vrijdag de offerte',
    {
      who: 'Ans de Wit',
      how: 'call',
      at: '2026-11-24T14:00',
      promise: 'ours 2026-11-27T17:00 Wij sturen vrijdag de offerte',
      text: 'Maler hapert',
    },
  ],
  ['nl', 'Gebeld met Yara Hofman', { who: 'Yara Hofman', how: 'call' }],
  [
    'nl',
    'Yara belde gisteren, had een goed idee voor de blikken',
    {
      who: 'Yara',
      how: 'call from them',
      at: '2026-11-24T12:00',
      gave: 'theirs idea',
      text: 'Had een goed idee voor de blikken',
    },
  ],
  [
    'nl',
    'langs geweest bij Hotel Marktzicht vanmorgen',
    { who: 'Hotel Marktzicht', how: 'visit', at: '2026-11-25T09:00' },
  ],
  [
    'nl',
    'Henk kwam langs, hielp ons met de kar, beloofde: hij belt maandag terug',
    {
      who: 'Henk',
      how: 'visit from them',
      gave: 'theirs help',
      promise: 'theirs 2026-11-30T17:00 Hij belt maandag terug',
      text: 'Hielp ons met de kar',
    },
  ],
  [
    'nl',
    'afspraak met Notaris Vos ma 10:00: akte besproken',
    { who: 'Notaris Vos', how: 'meeting', at: '2026-11-23T10:00', text: 'Akte besproken' },
  ],
  ['nl', 'gaf korting op de bonen', { gave: 'theirs discount', text: 'Gaf korting op de bonen' }],
  ['nl', 'Ans gebeld, korting gegeven', { who: 'Ans', how: 'call', gave: 'ours discount', text: 'Korting gegeven' }],
  [
    'nl',
    'Ans gebeld. Onthoud: heeft een hekel aan maandag',
    { who: 'Ans', how: 'call', kept: 'Heeft een hekel aan maandag' },
  ],
  [
    'nl',
    'gebeld door Piet van den Berg half 3 over de rekening',
    { who: 'Piet van den Berg', how: 'call from them', at: '2026-11-25T14:30', text: 'Over de rekening' },
  ],
  [
    'nl',
    "Ans heeft gebeld, ze stuurt morgen de foto's",
    { who: 'Ans', how: 'call from them', promise: "theirs 2026-11-26T17:00 Ze stuurt morgen de foto's" },
  ],
  [
    'nl',
    'ik belde Ans over de bestelling van morgen',
    { who: 'Ans', how: 'call', text: 'Over de bestelling van morgen' },
  ],
  ['nl', 'belde Ans', { who: 'Ans', how: 'call' }],
  [
    'nl',
    'geluncht met Joris Klaver eergisteren +tip',
    { who: 'Joris Klaver', how: 'meeting', at: '2026-11-23T12:00', gave: 'theirs advice' },
  ],
  [
    'en',
    "called Ans yesterday at 2pm about the grinder, we'll send the quote on Friday",
    {
      who: 'Ans',
      how: 'call',
      at: '2026-11-24T14:00',
      promise: "ours 2026-11-27T17:00 We'll send the quote on Friday",
      text: 'About the grinder',
    },
  ],
  [
    'en',
    'Ans called us this morning, she promised: send the photos',
    { who: 'Ans', how: 'call from them', at: '2026-11-25T09:00', promise: 'theirs 2026-12-02T17:00 Send the photos' },
  ],
  [
    'en',
    'met Ans at the market, she helped us with the van',
    { who: 'Ans', how: 'meeting', gave: 'theirs help', text: 'At the market, she helped us with the van' },
  ],
  ['en', 'visited Hotel Marktzicht on Monday', { who: 'Hotel Marktzicht', how: 'visit', at: '2026-11-23T12:00' }],
  [
    'en',
    'had lunch with Yara, she gave us a tip. Remember: likes early mornings',
    { who: 'Yara', how: 'meeting', gave: 'theirs advice', kept: 'Likes early mornings', text: 'She gave us a tip.' },
  ],
  ['en', 'Zoom with Tess 3 days ago', { who: 'Tess', how: 'video', at: '2026-11-22T12:00' }],
  ['nl', 'met Ans over de bonen', { who: 'Ans', text: 'Over de bonen' }],
  ['nl', 'Wij hadden het vrijdag over de prijs', { text: 'Wij hadden het vrijdag over de prijs' }],
  ['nl', 'ze belde niet terug', { text: 'Ze belde niet terug' }],
  ['nl', 'gesproken over volgende week', { how: 'meeting', text: 'Over volgende week' }],
  ['nl', '@Ans de Wit maler gerepareerd', { who: 'Ans de Wit', text: 'Maler gerepareerd' }],
  ['nl', 'Ans gebeld over de maler van 14.30 uur', { who: 'Ans', how: 'call', text: 'Over de maler van 14.30 uur' }],
  [
    'nl',
    'Ans gebeld 12 nov, beloofd: nieuwe maler in maart',
    { who: 'Ans', how: 'call', at: '2026-11-12T12:00', promise: 'ours 2027-03-31T17:00 Nieuwe maler in maart' },
  ],
  ['nl', 'wij zullen een maler lenen', { promise: 'ours 2026-12-02T17:00 Wij zullen een maler lenen' }],
  ['nl', 'als ze vrijdag niet belt, bellen wij maandag', { text: 'Als ze vrijdag niet belt, bellen wij maandag' }],
  ['en', 'we do not send it on Friday', { text: 'We do not send it on Friday' }],
  ['en', "We'll do it", { promise: "ours 2026-12-02T17:00 We'll do it" }],
  ['nl', 'zo gebeld', { how: 'call' }],
  ['nl', 'Ans gebeld -korting +tip', { who: 'Ans', how: 'call', gave: 'ours discount, theirs advice' }],
  ['nl', 'klacht over de koffie', { text: 'Klacht over de koffie' }],
  ['nl', 'gebeld met de boekhouder', { who: 'de boekhouder', how: 'call' }],
  ['nl', 'Maler kapot bij Ans, langs gegaan', { who: 'Ans', text: 'Maler kapot, langs gegaan' }],
  ['nl', 'wij gaan vrijdag naar de beurs', { text: 'Wij gaan vrijdag naar de beurs' }],
  ['en', "they'll be closed in December", { text: "They'll be closed in December" }],
  ['nl', 'ik heb Piet gebeld om 9 uur', { who: 'Piet', how: 'call', at: '2026-11-25T09:00' }],
  ['nl', 'even gebeld met De Halm, alles goed', { who: 'De Halm', how: 'call', text: 'Alles goed' }],
  [
    'nl',
    'gisteren met Henk gesproken: opening ging goed',
    { who: 'Henk', how: 'meeting', at: '2026-11-24T12:00', text: 'Opening ging goed' },
  ],
  [
    'nl',
    'Ans appte: filters zijn op. Wij leveren donderdag.',
    {
      who: 'Ans',
      how: 'chat from them',
      promise: 'ours 2026-11-26T17:00 Wij leveren donderdag',
      text: 'Filters zijn op.',
    },
  ],
  [
    'en',
    "Yara emailed about tins. I'll call her tomorrow at 10am.",
    {
      who: 'Yara',
      how: 'mail from them',
      promise: "ours 2026-11-26T10:00 I'll call her tomorrow at 10am",
      text: 'About tins.',
    },
  ],
  ['nl', 'Bar Nul bezocht dinsdag', { who: 'Bar Nul', how: 'visit', at: '2026-11-24T12:00' }],
  ['nl', 'Karin en ik hebben Ans bezocht', { who: 'Karin', how: 'visit', text: 'Ans' }],
  [
    'nl',
    'Gisteravond Teams met Kantoorpunt over de prijs',
    { who: 'Kantoorpunt', how: 'video', at: '2026-11-24T20:00', text: 'Over de prijs' },
  ],
  [
    'nl',
    'vanmiddag half uur geleden Tess gebeld',
    { who: 'Tess', how: 'call', at: '2026-11-25T14:30', text: 'Vanmiddag' },
  ],
  ['nl', 'Tess gebeld 20 minuten geleden', { who: 'Tess', how: 'call', at: '2026-11-25T14:40' }],
  [
    'nl',
    'telefonisch gesproken met Ilse Roozeboom vrijdag 9:30',
    { who: 'Ilse Roozeboom', how: 'call', at: '2026-11-20T09:30' },
  ],
  [
    'nl',
    'Ilse gebeld, beloofd dat we de factuur aanpassen',
    { who: 'Ilse', how: 'call', promise: 'ours 2026-12-02T17:00 Beloofd dat we de factuur aanpassen' },
  ],
  [
    'nl',
    'Ilse belde, we stuurden de factuur al',
    { who: 'Ilse', how: 'call from them', text: 'We stuurden de factuur al' },
  ],
  [
    'nl',
    'Ilse belde ons: klacht over levering, wij bellen morgen 10:00 terug',
    {
      who: 'Ilse',
      how: 'call from them',
      promise: 'ours 2026-11-26T10:00 Wij bellen morgen 10:00 terug',
      text: 'Klacht over levering',
    },
  ],
  ['nl', 'wij hielpen Henk met zijn opening', { who: 'Henk', gave: 'ours help', text: 'Wij hielpen met zijn opening' }],
  [
    'nl',
    'bezoek aan Lunchroom Klaver, hielp haar met de maler',
    { who: 'Lunchroom Klaver', how: 'visit', gave: 'ours help', text: 'Hielp haar met de maler' },
  ],
  [
    'nl',
    'gesprek met Sanne Bos 3 december vorig jaar',
    { who: 'Sanne Bos', how: 'meeting', at: '2025-12-03T12:00', text: 'Vorig jaar' },
  ],
  ['nl', 'Henk gebeld, geen korting gegeven', { who: 'Henk', how: 'call', text: 'Geen korting gegeven' }],
  ['nl', 'Henk gebeld, misschien komen wij vrijdag', { who: 'Henk', how: 'call', text: 'Misschien komen wij vrijdag' }],
  ['nl', 'Henk gebeld, komen wij vrijdag?', { who: 'Henk', how: 'call', text: 'Komen wij vrijdag?' }],
  ['nl', 'Henk bedankte ons voor de bonen', { who: 'Henk', gave: 'theirs thanks', text: 'Bedankte ons voor de bonen' }],
  [
    'nl',
    'Yara gebeld, haar bedankt voor de tip',
    { who: 'Yara', how: 'call', gave: 'ours thanks', text: 'Haar bedankt voor de tip' },
  ],
  [
    'nl',
    'Yara stelde ons voor aan Bar Nul',
    { who: 'Yara', gave: 'theirs introduction', text: 'Stelde ons voor aan Bar Nul' },
  ],
  ['nl', 'geappt met Yara', { who: 'Yara', how: 'chat' }],
  ['nl', 'Hotel De Brug: maler gemaakt', { who: 'Hotel De Brug', text: 'Maler gemaakt' }],
  ['nl', 'kwam langs', { how: 'visit' }],
  [
    'nl',
    'overleg Notaris Vos vanochtend 9u30 over de akte; wij mailen uiterlijk do het concept',
    {
      who: 'Notaris Vos',
      how: 'meeting',
      at: '2026-11-25T09:30',
      promise: 'ours 2026-11-26T17:00 Wij mailen uiterlijk do het concept',
      text: 'Over de akte',
    },
  ],
  [
    'nl',
    'Café Ans bezocht eergisteren 16:00 +cadeau',
    { who: 'Café Ans', how: 'visit', at: '2026-11-23T16:00', gave: 'theirs gift' },
  ],
  [
    'en',
    'Spoke to Hotel Marktzicht last night, they gave us feedback on the grinder',
    {
      who: 'Hotel Marktzicht',
      how: 'meeting',
      at: '2026-11-24T20:00',
      gave: 'theirs feedback',
      text: 'They gave us feedback on the grinder',
    },
  ],
  [
    'en',
    'Henk dropped by, we gave him a discount',
    { who: 'Henk', how: 'visit from them', gave: 'ours discount', text: 'We gave him a discount' },
  ],
  ['en', 'Called by Tess an hour ago', { who: 'Tess', how: 'call from them', at: '2026-11-25T14:00' }],
  [
    'en',
    'Ans phoned. We promised that the tins come next week',
    { who: 'Ans', how: 'call from them', promise: 'ours 2026-12-02T17:00 The tins come next week' },
  ],
  ['en', "I'll never call again", { text: "I'll never call again" }],
  ['en', 'talked to Ans, we will see', { who: 'Ans', how: 'meeting', text: 'We will see' }],
  [
    'en',
    'lunch with Bar Nul on Nov 12: new owner in March',
    { who: 'Bar Nul', how: 'meeting', at: '2026-11-12T12:00', text: 'New owner in March' },
  ],
  [
    'en',
    "met with Yara at 11:30, we'll deliver by Thu",
    { who: 'Yara', how: 'meeting', at: '2026-11-25T11:30', promise: "ours 2026-11-26T17:00 We'll deliver by Thu" },
  ],
  ['en', 'visited Ans on the 12th', { who: 'Ans', how: 'visit', text: 'On the 12th' }],
  ['en', 'thanked her for the referral', { gave: 'ours thanks', text: 'Thanked her for the referral' }],
  [
    'en',
    'Ans introduced us to Lunchroom Klaver yesterday',
    { who: 'Ans', gave: 'theirs introduction', text: 'Introduced us to Lunchroom Klaver yesterday' },
  ],
  ['nl', 'de maler moet vrijdag klaar zijn', { text: 'De maler moet vrijdag klaar zijn' }],
  ['nl', 'Ans van Dam gebeld om kwart over', { who: 'Ans van Dam', how: 'call', text: 'Om kwart over' }],
  [
    'nl',
    'Gebeld Henk. Beloofd: filters. Onthoud: nieuwe hond',
    { who: 'Henk', how: 'call', promise: 'ours 2026-12-02T17:00 Filters', kept: 'Nieuwe hond' },
  ],
];

function understand(language: 'nl' | 'en', line: string): Understood {
  const read = parseCapture(line, { nowMs, timeZone, isEnglish: language === 'en' });
  const { who, channel, from, atMs, benefits, promise, keptLine, text } = read;
  return {
    ...(who && { who }),
    ...(channel && { how: from === 'ours' ? channel : `${channel} from them` }),
    ...(atMs !== null && { at: toField(atMs, timeZone) }),
    ...(benefits.length > 0 && { gave: benefits.map(({ giver, kind }) => `${giver} ${kind}`).join(', ') }),
    ...(promise && { promise: `${promise.owedBy} ${toField(promise.dueMs, timeZone)} ${promise.text}` }),
    ...(keptLine && { kept: keptLine }),
    ...(text && { text }),
  };
}

test('there are enough of them to mean something', () => {
  assert.ok(sentences.length >= 60, String(sentences.length));
});

for (const [language, line, understood] of sentences) {
  test(`${language}: ${line}`, () => assert.deepEqual(understand(language, line), understood));
}

test('while the name is not found, it stays in the text', () => {
  const read = parseCapture('gebeld met Ans de Wit: maler hapert', { nowMs, timeZone, isEnglish: false });
  assert.equal(read.textWithWho, 'Met Ans de Wit: maler hapert');
});

test('nothing typed is nothing understood, and a page of text is read without haste', () => {
  for (const line of ['', '   ', '.', ':', ',,,', '+', '@', "'"]) assert.equal(understand('nl', line).who, undefined);
  const startedMs = performance.now();
  understand('nl', 'Ans gebeld over de levering, wij sturen vrijdag de offerte. '.repeat(80));
  understand('en', `${'a'.repeat(5_000)} ${'we '.repeat(1_500)}`);
  assert.ok(performance.now() - startedMs < 1_000);
});

test('whatever is typed, what comes of it lies in the past, and what was promised ahead', () => {
  for (const [language, line] of sentences) {
    const { atMs, promise } = parseCapture(line, { nowMs, timeZone, isEnglish: language === 'en' });
    assert.ok((atMs ?? nowMs) <= nowMs, line);
    assert.ok((promise?.dueMs ?? nowMs + 1) > nowMs, line);
  }
});
