import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTaskLine } from './read-task-line.ts';

/** A Sunday, five past two. */
const known = {
  today: '2026-11-22',
  clock: '14:05',
  colleagues: [
    { id: 'bram', name: 'Bram Jansen' },
    { id: 'sanne', name: 'Sanne de Vries' },
    { id: 'karin', name: 'Karin Bos' },
    { id: 'karel', name: 'Karel Smit' },
    { id: 'joel', name: 'Joël van Dam' },
  ],
};

type Read = [title: string, dueOn?: string | null, dueTime?: string | null, assigneeId?: string | null];

const lines: Record<string, Read> = {
  'morgen 9:00 Ans bellen @bram': ['Ans bellen', '2026-11-23', '09:00', 'bram'],
  'tomorrow 9:00 call Ans @bram': ['call Ans', '2026-11-23', '09:00', 'bram'],
  'Ans morgen bellen': ['Ans bellen', '2026-11-23'],
  'Ans bellen overmorgen om 9 uur': ['Ans bellen', '2026-11-24', '09:00'],
  'call Ans the day after tomorrow': ['call Ans', '2026-11-24'],
  'offerte sturen vandaag': ['offerte sturen', '2026-11-22'],
  'send the offer today at 4pm': ['send the offer', '2026-11-22', '16:00'],
  'vrijdag offerte nasturen': ['offerte nasturen', '2026-11-27'],
  'voor vrijdag de offerte sturen': ['de offerte sturen', '2026-11-27'],
  'send it by friday': ['send it', '2026-11-27'],
  'zondag rusten': ['rusten', '2026-11-29'],
  'next monday lunch with Yara': ['lunch with Yara', '2026-11-23'],
  'volgende week vrijdag Henk bedanken': ['Henk bedanken', '2026-11-27'],
  'volgende week Henk bedanken': ['Henk bedanken', '2026-11-23'],
  'volgende maand prijslijst': ['prijslijst', '2026-12-01'],
  'over 3 dagen nabellen': ['nabellen', '2026-11-25'],
  'over een week nabellen': ['nabellen', '2026-11-29'],
  'ask again in 2 weeks': ['ask again', '2026-12-06'],
  'in a month look at the prices': ['look at the prices', '2026-12-22'],
  'ma 10:00 overleg': ['overleg', '2026-11-23', '10:00'],
  'op do monsters klaarzetten': ['monsters klaarzetten', '2026-11-26'],
  'on fri ship samples': ['ship samples', '2026-11-27'],
  '24 november taart halen': ['taart halen', '2026-11-24'],
  'taart halen 3 mei': ['taart halen', '2027-05-03'],
  'get cake on May 3rd, 2027': ['get cake', '2027-05-03'],
  '24-11 taart halen': ['taart halen', '2026-11-24'],
  'taart halen 1/12': ['taart halen', '2026-12-01'],
  'taart halen op 1-12-2026 om 15.30 uur': ['taart halen', '2026-12-01', '15:30'],
  '2026-12-24 kerstpakketten': ['kerstpakketten', '2026-12-24'],
  'half tien Ans bellen': ['Ans bellen', '2026-11-23', '09:30'],
  'morgen kwart over drie bellen': ['bellen', '2026-11-23', '15:15'],
  'morgen om half 3 bellen': ['bellen', '2026-11-23', '14:30'],
  'om 16:00 bellen': ['bellen', '2026-11-22', '16:00'],
  'om 9:00 bellen': ['bellen', '2026-11-23', '09:00'],
  'morgen 9u30 bellen': ['bellen', '2026-11-23', '09:30'],
  'vanmiddag pakket brengen': ['pakket brengen', '2026-11-22', '14:00'],
  'morgenochtend bellen met Henk': ['bellen met Henk', '2026-11-23', '09:00'],
  'tomorrow morning call Henk': ['call Henk', '2026-11-23', '09:00'],
  'offerte nakijken @sanne': ['offerte nakijken', null, null, 'sanne'],
  'offerte nakijken @joel': ['offerte nakijken', null, null, 'joel'],
  // What is not understood, or means something else, stays text.
  'Ans bellen': ['Ans bellen'],
  'mail naar info@bram.nl sturen': ['mail naar info@bram.nl sturen'],
  'offerte @kar': ['offerte @kar'],
  'vragen aan @niemand': ['vragen aan @niemand'],
  'notulen van maandag sturen': ['notulen van maandag sturen'],
  'minutes of monday': ['minutes of monday'],
  'goede morgen wensen': ['goede morgen wensen'],
  'do it well': ['do it well'],
  'zo snel mogelijk': ['zo snel mogelijk'],
  'ma bellen': ['ma bellen'],
  'maandagmap opruimen': ['maandagmap opruimen'],
  '1/2 kilo bonen bestellen': ['1/2 kilo bonen bestellen'],
  'prijs 3.50 nakijken': ['prijs 3.50 nakijken'],
  '30 februari bestaat niet': ['30 februari bestaat niet'],
  'may I help?': ['may I help?'],
  'weekly report lezen': ['weekly report lezen'],
  morgen: ['morgen'],
};

for (const [line, [title, dueOn = null, dueTime = null, assigneeId = null]] of Object.entries(lines)) {
  test(line, () => {
    assert.deepEqual(readTaskLine(line, known), { title, dueOn, dueTime, assigneeId, repeat: null });
  });
}

const repeating: Record<string, [title: string, every: number, unit: string, dueOn: string]> = {
  'elke week voorraad tellen': ['voorraad tellen', 1, 'week', '2026-11-22'],
  'elke maandag voorraad tellen': ['voorraad tellen', 1, 'week', '2026-11-23'],
  'every monday 9:00 count stock': ['count stock', 1, 'week', '2026-11-23'],
  'om de 3 maanden bellen': ['bellen', 3, 'month', '2026-11-22'],
  'om de week bellen': ['bellen', 2, 'week', '2026-11-22'],
  'every 2 years check the machine': ['check the machine', 2, 'year', '2026-11-22'],
  'morgen elke dag planten water geven': ['planten water geven', 1, 'day', '2026-11-23'],
  'voorraad tellen maandelijks': ['voorraad tellen', 1, 'month', '2026-11-22'],
};

for (const [line, [title, every, unit, dueOn]] of Object.entries(repeating)) {
  test(line, () => {
    const read = readTaskLine(line, known);
    assert.deepEqual([read.title, read.repeat, read.dueOn], [title, { every, unit, from: 'due' }, dueOn]);
  });
}
