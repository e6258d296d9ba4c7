/** How often what is proposed is right, on sentences and signatures as people write them; precision goes before recall. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IdentityRef, MailHint } from '#services/imports/connector.ts';
import { findHints } from './hints.ts';
import { readSignature } from './signature.ts';

const ans: IdentityRef = { kind: 'mail', value: 'ans@cafeans.nl', displayName: 'Ans van Dijk' };
const joris: IdentityRef = { kind: 'mail', value: 'joris@overkant.nl', displayName: 'Joris van Ommen' };
const tess: IdentityRef = { kind: 'mail', value: 'tess@atelier.example', displayName: 'Tess Prins' };

const say = (hint: MailHint): string => {
  if (hint.kind === 'help') return `help ${hint.giver}`;
  if (hint.kind === 'introduction') return `introduction ${hint.mail}`;
  return hint.kind;
};

/** What the words say, as a person would: kinds with a bar between, or nothing. */
const sentences: readonly (readonly [string, string])[] = [
  ['Ik heb jullie vorige week aanbevolen bij Hotel De Brug.', 'recommendation'],
  ['Ik heb je naam doorgegeven aan mijn zus, die een lunchroom begint.', 'recommendation'],
  ['We hebben jullie getipt bij de bakker hiernaast.', 'recommendation'],
  ['Ik heb u bij een collega van me aangeraden.', 'recommendation'],
  ['Gisteren heb ik jullie nog aan de buren aangeraden.', 'recommendation'],
  ['I recommended you to the bakery next door.', 'recommendation'],
  ["I've passed on your number to Henk, he needs beans.", 'recommendation'],
  ['We referred you to two of our guests last week.', 'recommendation'],
  ['I have put in a good word for you with the owner.', 'recommendation'],
  ['We zouden jullie zeker aanbevelen.', ''],
  ['Kun je iemand aanbevelen?', ''],
  ['Jullie zijn ons aanbevolen door Henk.', ''],
  ['Ik kan deze koffie van harte aanbevelen.', ''],
  ['Welke maling zou je ons aanraden?', ''],
  ['Would you recommend the dark roast?', ''],
  ['You were recommended to us by Henk.', ''],
  ['I would recommend you try the other grinder.', ''],
  ['The recommended dose is 18 grams.', ''],

  ['Ik heb het voor je uitgezocht: de maler is van 2019.', 'help from'],
  ['We hebben de machine voor jullie gerepareerd, hij staat klaar.', 'help from'],
  ['Ik heb een doos bekers voor je meegenomen uit Zwolle.', 'help from'],
  ['I fixed the grinder for you this morning.', 'help from'],
  ["I've set aside two bags for you.", 'help from'],
  ['Bedankt voor je hulp bij de opening.', 'help to'],
  ['Dank je wel dat je gisteren zo snel inviel.', 'help to'],
  ['Jullie hebben ons enorm geholpen met de bar.', 'help to'],
  ['Veel dank voor het meedenken over de kaart.', 'help to'],
  ['Thanks for your help with the espresso machine.', 'help to'],
  ["You've been a great help last Saturday.", 'help to'],
  ['Kun je ons helpen met de maler?', ''],
  ['Hulp is altijd welkom.', ''],
  ['Ik heb het nog niet voor je uitgezocht.', ''],
  ['Heb je het al voor ons uitgezocht?', ''],
  ['Could you look this up for me?', ''],
  ['Any help is welcome.', ''],
  ['Let me know if I can help you.', ''],
  ['Ik heb voor jullie gekozen vanwege de smaak.', ''],
  ['We have fixed prices for you to look at.', ''],
  ['Bij voorbaat dank voor uw hulp.', ''],

  ['Bedankt voor de proefzakken, ze smaken heerlijk!', 'thanks'],
  ['Thanks for the lovely evening, we enjoyed it.', 'thanks'],
  ['Bedankt voor uw bestelling.', ''],
  ['Alvast bedankt voor de moeite.', ''],
  ['Nee bedankt, wij hebben al koffie.', ''],
  ['Thank you for your order.', ''],
  ['Thanks in advance for looking into it.', ''],

  ['Hierbij stel ik je voor aan Tess, zij opent in mei een atelier met een bar.', 'introduction tess@atelier.example'],
  ['Let me introduce you to Tess, who runs a studio in Zwolle.', 'introduction tess@atelier.example'],
  ['Meet Tess, she is looking for a roaster.', 'introduction tess@atelier.example'],
  ["I'm connecting you with Tess from the studio.", 'introduction tess@atelier.example'],
  ['Ik wil je graag in contact brengen met Tess.', 'introduction tess@atelier.example'],
  ['Ik stel voor dat we vrijdag bellen.', ''],
  ['Mag ik je voorstellen aan mijn compagnon?', ''],
  ['Let me introduce a new rule for the terrace.', ''],
  ['We meet Tess on Friday at ten.', ''],
  ['Graag stel ik een andere datum voor.', ''],

  ['Ik wil graag geen mail meer ontvangen.', 'stop'],
  ['Stuur ons alsjeblieft geen nieuwsbrieven meer.', 'stop'],
  ['Haal mij van de mailinglijst.', 'stop'],
  ['Verwijder ons uit jullie adressenbestand.', 'stop'],
  ['Please remove me from your mailing list.', 'stop'],
  ['Please stop emailing me.', 'stop'],
  ['We no longer wish to receive your newsletters.', 'stop'],
  ['Sinds maandag krijg ik geen mail meer van jullie.', ''],
  ['Waarom ontvang ik geen nieuwsbrief meer?', ''],
  ['Er kwam geen mail meer, heb ik iets gemist?', ''],
  ['We haalden jullie niet van de lijst.', ''],
  ['I no longer get your emails, did something change?', ''],
  ['Remove me from the guest list for Friday, I am ill.', ''],
  ['Stop by on Friday if you like.', ''],
  ['Een idee: laat ons de blikken terugbrengen en weer vullen.', 'idea'],
  ['Nog een tip van mij: zet de branddatum groter op de zak.', 'idea'],
  ['Ik heb een idee voor jullie, over de blikken.', 'idea'],
  ['Idee: misschien kunnen de zakken terug?', 'idea'],
  ['A small idea: let us bring the tins back.', 'idea'],
  ['I have a suggestion for you about the labels.', 'idea'],
  ['Have you ever thought of offering a decaf in small bags?', 'idea'],
  ['Geen idee wanneer de maler komt.', ''],
  ['Hebben jullie enig idee hoe laat het wordt?', ''],
  ['Jullie idee: de blikken terug, vind ik mooi.', ''],
  ['I have no idea when it arrives.', ''],
  ['What a good idea, thanks.', ''],
  ['Ik heb gisteren een review geschreven op Google.', 'review'],
  ['We hebben een mooie recensie over jullie geplaatst.', 'review'],
  ["I've left you a five-star review.", 'review'],
  ['We just posted a nice review of your coffee.', 'review'],
  ['Kun je een review achterlaten?', ''],
  ['We would love a review from you.', ''],
  ['Ik heb nog geen review geschreven.', ''],
  ['We wrote to the reviewer.', ''],
  ['Jullie krijgen deze maand 10 % korting op de bonen.', 'discount'],
  ['Ik geef je 15 procent korting op de reparatie.', 'discount'],
  ['We give you 10% off this month.', 'discount'],
  ['You get 20 percent discount on the next order.', 'discount'],
  ['Krijgen wij ook korting?', ''],
  ['Is there a discount for schools?', ''],
  ['We geven geen korting.', ''],
  ['You get what you pay for.', ''],
  ['Zaterdag open ik de tweede winkel. Kunnen jullie twee paar handen missen?', 'favour'],
  ['Zou je ons zaterdag je bus kunnen uitlenen?', 'favour'],
  ['Mogen we vrijdag jullie molen lenen?', 'favour'],
  ['Could you lend us your van on Saturday?', 'favour'],
  ['Could we borrow two thermos jugs?', 'favour'],
  ['Would you give us a hand on Friday?', 'favour'],
  ['Zou je koffie missen als hij er niet was?', ''],
  ['We zouden jullie missen.', ''],
  ['Kunnen jullie vrijdag leveren?', ''],
  ['We borrowed the van last week.', ''],
  ['In favour of the new label: everybody.', ''],
  ['Tot vrijdag dan!', ''],
  ['De zakken zijn binnen, alles klopt.', ''],
];

const counted = { right: 0, wrong: 0, missed: 0 };

test('sentences: what is found is there', (t) => {
  const wrong: string[] = [];
  for (const [text, expected] of sentences) {
    const found = findHints({ ownWords: `Dag Joris,\n\n${text}`, from: ans, to: [joris, tess] }).map(say);
    const wanted = expected === '' ? [] : expected.split('|');
    for (const hint of found) {
      if (wanted.includes(hint)) counted.right += 1;
      else {
        counted.wrong += 1;
        wrong.push(`not there: ${hint} in "${text}"`);
      }
    }
    for (const hint of wanted.filter((one) => !found.includes(one))) {
      counted.missed += 1;
      wrong.push(`missed: ${hint} in "${text}"`);
    }
  }
  for (const line of wrong) t.diagnostic(line);
  assert.ok(sentences.length >= 60);
});

/** Under a mail; what may be read in it, a line each. */
const signatures: readonly { readonly from?: IdentityRef; readonly text: string; readonly facts: readonly string[] }[] =
  [
    {
      text: 'Met vriendelijke groet,\n\nAns van Dijk\nEigenaar\nCafé Ans\nBrink 12, 7411 BT Deventer\nT 0570 61 23 45 | M 06-12345678\nwww.cafeans.nl',
      facts: [
        'job-title Eigenaar',
        'employer Café Ans',
        'address Brink 12, 7411 BT Deventer',
        'phone +31570612345',
        'phone +31612345678',
        'website https://www.cafeans.nl',
      ],
    },
    { text: 'Groet,\nAns van Dijk\n06 12 34 56 78', facts: ['phone +31612345678'] },
    { text: 'Groetjes Ans', facts: [] },
    {
      from: { kind: 'mail', value: 'peter.bos@havenbedrijf.nl', displayName: 'Peter Bos' },
      text: 'Vriendelijke groeten,\n\nPeter Bos | Inkoper\nHavenbedrijf B.V.\n+31 (0)10 123 45 67\nKvK 12345678',
      facts: ['job-title Inkoper', 'employer Havenbedrijf B.V.', 'phone +31101234567'],
    },
    {
      from: { kind: 'mail', value: 'mary@northmill.com', displayName: 'Mary Jones' },
      text: 'Kind regards,\nMary Jones\nHead of Operations\nNorth Mill Ltd\n+44 20 7946 0958\nhttps://www.northmill.com',
      facts: [
        'job-title Head of Operations',
        'employer North Mill Ltd',
        'phone +442079460958',
        'website https://www.northmill.com',
      ],
    },
    {
      from: { kind: 'mail', value: 'yara@studiozeven.nl', displayName: 'Yara' },
      text: '-- \nYara\nOntwerper\nStudio Zeven\nFax: 0570 11 22 33',
      facts: ['job-title Ontwerper', 'employer Studio Zeven'],
    },
    {
      text: 'Groet,\nAns van Dijk\n\nDe informatie in dit e-mailbericht is uitsluitend bestemd voor de geadresseerde. Bel 0570 99 88 77 bij twijfel over de juistheid ervan.',
      facts: [],
    },
    { text: 'Groet,\nHenk de Wit\n0570 12 34 56', facts: [] },
    { text: 'Groet,\nAns van Dijk\nIBAN NL91 ABNA 0417 1643 00\nBTW NL001234567B01', facts: [] },
    { text: 'Groet,\nAns van Dijk\nVolg ons op www.instagram.com/cafeans', facts: [] },
    { text: 'Verzonden vanaf mijn iPhone', facts: [] },
    {
      from: { kind: 'mail', value: 'info@hotelmarktzicht.nl', displayName: 'Els Vermeer' },
      text: 'Hartelijke groet,\nEls Vermeer\nManager bediening\nHotel Marktzicht\nMarkt 3-b\n7411 AB Deventer\nTel: 0570-654321',
      facts: [
        'job-title Manager bediening',
        'employer Hotel Marktzicht',
        'address Markt 3-b, 7411 AB Deventer',
        'phone +31570654321',
      ],
    },
    {
      from: { kind: 'mail', value: 'tom@gmail.com', displayName: 'Tom Smit' },
      text: 'mvg,\nTom Smit\nParttime barista en student geneeskunde\nOrder 20261122-4455667',
      facts: [],
    },
    { text: 'Cheers,\nAns van Dijk\nOpen ma-vr 9.00-17.00 uur, za 10.00-16.00', facts: [] },
  ];

test('signatures: what is read is right', (t) => {
  const wrong: string[] = [];
  for (const { from = ans, text, facts } of signatures) {
    const found = readSignature({
      unquoted: `Dag Joris,\n\nDe zakken zijn binnen. Bel me op 0570 55 44 33.\n\n${text}`,
      from,
    });
    const said = found.map(({ field, value }) => `${field} ${value}`);
    for (const fact of said) {
      if (facts.includes(fact)) counted.right += 1;
      else {
        counted.wrong += 1;
        wrong.push(`not there: ${fact}`);
      }
    }
    for (const fact of facts.filter((one) => !said.includes(one))) {
      counted.missed += 1;
      wrong.push(`missed: ${fact}`);
    }
  }
  for (const line of wrong) t.diagnostic(line);
});

test('hostile text takes no time', () => {
  const startedAtMs = performance.now();
  const nasty = ['ik heb '.repeat(9_000), '06 '.repeat(20_000), 'Senior '.repeat(9_000), `${'Brink 1 '.repeat(7_000)}`];
  for (const text of nasty) {
    findHints({ ownWords: text, from: ans, to: [joris] });
    readSignature({ unquoted: `x\n\nGroet,\nAns van Dijk\n${text}\n${text.slice(0, 150)}`, from: ans });
  }
  assert.ok(performance.now() - startedAtMs < 1_500, `${performance.now() - startedAtMs} ms`);
});

test('all in all: rather nothing than something wrong', (t) => {
  const precision = counted.right / (counted.right + counted.wrong);
  const recall = counted.right / (counted.right + counted.missed);
  const all = sentences.length + signatures.length;
  t.diagnostic(
    `${all} texts: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)} (${JSON.stringify(counted)})`,
  );
  assert.ok(precision >= 0.9, `precision ${precision}`);
  assert.ok(recall >= 0.75, `recall ${recall}`);
});
