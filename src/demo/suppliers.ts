/** Those we buy from and those we do things with. */
import { familyNames, givenNames, partnerFirms, supplierFirms } from './background-firms.ts';
import { firmKey } from './cast.ts';
import { writeExchange, writeVisit } from './exchanges.ts';
import { contactOf, type Pen, plainLetters } from './pen.ts';
import { listRhythmDays } from './rhythm-days.ts';
import type { SeededRandom } from './seeded-random.ts';

export function writeSuppliersAndPartners(pen: Pen, random: SeededRandom): void {
  for (const [index, name] of supplierFirms.entries()) writeSupplier(pen, random, index, name);
  for (const [index, name] of partnerFirms.entries()) writePartner(pen, random, index, name);
}

function writeSupplier(pen: Pen, random: SeededRandom, index: number, name: string): void {
  const key = writeFirm(pen, { prefix: 'supplier', role: 'supplier', name, index, jobTitle: 'Verkoop' });
  pen.history.relations.push({ type: 'supplies', from: key, to: firmKey });
  for (const day of listRhythmDays({ firstDay: 715, lastDay: 3 + index, gapDays: 21, jitterDays: 2, random })) {
    pen.moment({
      source: 'till',
      day,
      hour: 10,
      channel: 'order',
      kind: 'order',
      from: firmKey,
      to: key,
      subject: 'Bestelling van ons',
    });
  }
  const pair = { theirs: contactOf(key), ours: index % 2 === 0 ? 'teun' : 'iris' };
  for (const day of listRhythmDays({ firstDay: 700, lastDay: 6 + index, gapDays: 32, jitterDays: 3, random })) {
    writeExchange(pen, random, pair, day, 0);
  }
}

function writePartner(pen: Pen, random: SeededRandom, index: number, name: string): void {
  const key = writeFirm(pen, { prefix: 'partner', role: 'partner', name, index: index + 20, jobTitle: 'Coördinator' });
  // Two of us each, so that no partner hangs on one colleague.
  for (const [turn, ours] of ['mila', 'joris'].entries()) {
    const lastDay = 9 + index + 17 * turn;
    for (const day of listRhythmDays({ firstDay: 690, lastDay, gapDays: 38, jitterDays: 3, random })) {
      writeVisit(pen, random, { theirs: contactOf(key), ours }, day);
    }
  }
}

function writeFirm(
  pen: Pen,
  firm: { prefix: string; role: 'supplier' | 'partner'; name: string; index: number; jobTitle: string },
): string {
  const key = `${firm.prefix}-${firm.index + 1}`;
  const given = givenNames[(firm.index * 3 + 2) % givenNames.length];
  const family = familyNames[(firm.index * 11 + 9) % familyNames.length];
  pen.firm({
    key,
    name: firm.name,
    contact: `${given} ${family}`,
    jobTitle: firm.jobTitle,
    domain: `${plainLetters(firm.name)}.example`,
    phone: `+31570000${400 + firm.index}`,
    role: firm.role,
  });
  return key;
}
