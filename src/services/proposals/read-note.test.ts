/** How often what is proposed from a note is right; precision goes before recall. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNote } from './read-note.ts';

const sentences: readonly (readonly [string, string])[] = [
  ['Henk hielp ons zaterdag met uitladen.', 'help theirs'],
  ['Henk heeft ons vorige week uit de brand geholpen.', 'help theirs'],
  ['Leende ons zijn bus toen de onze stilstond.', 'help theirs'],
  ['He lent us his van for a week.', 'help theirs'],
  ['Wij hebben haar met de kassa geholpen.', 'help ours'],
  ['We helped them with the opening.', 'help ours'],
  ['Wil ons helpen met de opening.', ''],
  ['Hij hielp ons niet toen het moest.', ''],
  ['Kan iemand hem helpen met de molen?', ''],
  ['Ze bedankte ons voor de proefzakken.', 'thanks theirs'],
  ['Ik heb hem gisteren bedankt.', 'thanks ours'],
  ['Nog niet bedankt.', ''],
  ['Yara heeft ons bij Praktijk Lindehof aanbevolen.', 'recommendation theirs'],
  ['She recommended us to her neighbour.', 'recommendation theirs'],
  ['Zou ons aanbevelen, zegt ze.', ''],
  ['Stelde ons voor aan Joke Stam, van de praktijk.', 'introduction theirs Joke Stam'],
  ['Bracht ons in contact met Els van der Pot.', 'introduction theirs Els van der Pot'],
  ['She introduced us to Els Pothuys.', 'introduction theirs Els Pothuys'],
  ['Stelde ons voor aan een nieuwe leverancier.', ''],
  ['Idee: blikken die je terugbrengt.', 'idea theirs'],
  ['Idee van Yara: een blik dat terugkomt, misschien met statiegeld.', 'idea theirs'],
  ['Kwam met het idee om zakken terug te nemen.', 'idea theirs'],
  ['Idea from Yara: tins that come back.', 'idea theirs'],
  ['Heeft geen idee wat hij wil.', ''],
  ['Schreef een mooie review op Google.', 'review theirs'],
  ['They left us a lovely review.', 'review theirs'],
  ['We gaven haar 10% korting op de bonen.', 'discount ours'],
  ['Ze gaven ons 5% korting op de zakken.', 'discount theirs'],
  ['Krijgt geen korting.', ''],
  ['Vroeg of we twee paar handen kunnen missen bij zijn opening.', 'favour theirs'],
  ['Vroeg ons zaterdag te helpen bij de opening.', 'favour theirs'],
  ['Asked if we could lend a hand on Saturday.', 'favour theirs'],
  ['Vroeg wanneer de maler komt.', ''],
  ['Belde over de levering van vrijdag.', ''],
  ['Loves the dark roast and hates Mondays.', ''],
];

test('notes: what is found is there, and most of what is there is found', (t) => {
  let [right, wrong, missed] = [0, 0, 0];
  for (const [text, expected] of sentences) {
    const found = readNote(`Gesproken op de markt.\n${text}`).map(({ kind, by, name }) =>
      [kind, by, name].filter(Boolean).join(' '),
    );
    const wanted = expected === '' ? [] : [expected];
    right += found.filter((one) => wanted.includes(one)).length;
    for (const one of found.filter((hint) => !wanted.includes(hint))) {
      wrong += 1;
      t.diagnostic(`not there: ${one} in "${text}"`);
    }
    for (const one of wanted.filter((hint) => !found.includes(hint))) {
      missed += 1;
      t.diagnostic(`missed: ${one} in "${text}"`);
    }
  }
  t.diagnostic(`${sentences.length} sentences: ${right} right, ${wrong} wrong, ${missed} missed`);
  assert.ok(right / (right + wrong) >= 0.95 && right / (right + missed) >= 0.85);
});

test('hostile text takes no time', () => {
  const startedAtMs = performance.now();
  for (const text of ['Idee van '.repeat(9_000), 'heeft ons '.repeat(9_000), 'vroeg of we '.repeat(9_000)])
    readNote(text);
  assert.ok(performance.now() - startedAtMs < 1_000);
});
