import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htmlToOwnText } from './html-text.ts';
import { asksSomething, makeSnippet, readMailText } from './mail-text.ts';

const ownWords = (text: string): string => readMailText({ text, html: undefined }).ownWords;

test('what the other wrote is left out, in the ways mail programs quote', () => {
  const quotes = [
    '> Komt dat uit?\n> Groet, Sanne',
    'Op vr 1 mei 2026 om 09:00 schreef Sanne <sanne@overkant.example>:\n\n> Komt dat uit?',
    'Op 1 mei 2026 om 09:00 heeft Sanne van der Velde met een heel lange naam\n<sanne@overkant.example> het volgende geschreven:\n\nKomt dat uit?',
    'On Fri, May 1, 2026 at 9:00 AM Sanne <sanne@overkant.example> wrote:\n\n> Does that suit?',
    'Sanne <sanne@overkant.example> schreef op 1 mei:\n> Komt dat uit?',
    'Van: Sanne <sanne@overkant.example>\nVerzonden: vrijdag 1 mei 2026 09:00\nAan: Ans\nOnderwerp: Levering\n\nKomt dat uit?',
    '*From:* Sanne\n*Sent:* Friday\n*To:* Ans\n\nDoes that suit?',
    '-----Oorspronkelijk bericht-----\nVan: Sanne\n\nKomt dat uit?',
    '-----Original Message-----\nFrom: Sanne\n\nDoes that suit?',
    '---------- Forwarded message ---------\nFrom: Sanne\n\nDoes that suit?',
    'Begin doorgestuurd bericht:\n\nVan: Sanne',
  ];
  for (const quote of quotes)
    assert.equal(ownWords(`Prima, vrijdag om tien uur.\n\n${quote}\n`), 'Prima, vrijdag om tien uur.', quote);
});

test('answers written between the quoted lines stay', () => {
  const text =
    'Op 1 mei 2026 schreef Sanne <s@x.example>:\n> Komt vrijdag uit?\n\nJa hoor.\n\n> En hoeveel?\n\nTien kilo.\n\nGroeten,\nAns\nCafé Ans, Brink 1';
  assert.equal(ownWords(text), 'Ja hoor.\n\n\nTien kilo.'.replace('\n\n\n', '\n\n'));
});

test('signatures are left out, Dutch and English, with all that follows', () => {
  const signatures = [
    'Met vriendelijke groet,\n\nAns van Dijk\nCafé Ans',
    'Vriendelijke groeten,\nAns',
    'Hartelijke groet van Ans',
    'Groetjes Ans',
    'Groet, Ans',
    'mvg, Ans',
    'Hoogachtend,',
    'Veel liefs,\nAns',
    'Kind regards,\nAns',
    'Best regards\nAns',
    'Regards,\nAns',
    'Cheers,\nAns',
    'Yours sincerely,\nAns',
    '-- \nAns van Dijk',
    '--\nAns',
    'Verzonden vanaf mijn iPhone',
    'Verstuurd vanaf mijn Samsung Galaxy',
    'Sent from my iPhone',
    'Get Outlook for iOS<https://aka.ms/x>',
    'Outlook voor Android downloaden',
    'De informatie in dit e-mailbericht is uitsluitend bestemd voor de geadresseerde.',
    'This e-mail and any attachments are confidential.',
  ];
  for (const signature of signatures)
    assert.equal(ownWords(`Prima, vrijdag.\n\n${signature}\n`), 'Prima, vrijdag.', signature);
});

test('words that only resemble a signature or a quote stay', () => {
  for (const text of [
    'De groeten aan je vrouw en tot vrijdag bij de opening!',
    'Op 3 mei komt de nieuwe oogst binnen, tien zakken.',
    'From Monday on we open at nine.',
    'Van: alles wat, zei ze altijd.',
    'Cheers all round when the van arrived with everything on it, honestly.',
  ]) {
    assert.equal(ownWords(text), text);
  }
});

test('"Thanks" before a name is said, the name and card are not', () => {
  assert.equal(ownWords('De tin is binnen.\n\nBedankt!\n\nYara\nStudio Zeven'), 'De tin is binnen.\n\nBedankt!');
});

test('a mail with nothing of its own has no snippet', () => {
  assert.equal(makeSnippet(ownWords('> alleen maar\n> van een ander')), null);
  assert.equal(makeSnippet(ownWords('')), null);
});

test('HTML: quotes, signature, styles and pictures go; characters and lines stay', () => {
  const html = `<html><head><style>p { color: red }</style><title>x</title></head><body><p>Caf&eacute; &amp; bar&nbsp;&#8364;5</p><div>Tot <b>vrij</b>dag<br>Ans</div>
    <div class="gmail_signature">Café Ans</div><script>alert(1)</script><blockquote type="cite"><div>oud <blockquote>ouder</blockquote> nog oud</div></blockquote><p>P.S. zakken</p><div class="gmail_quote">Op 1 mei schreef</div><p>weg</p></body></html>`;
  assert.equal(htmlToOwnText(html), 'Café & bar €5\n\nTot vrijdag\nAns\n\nP.S. zakken');
  assert.equal(htmlToOwnText('a < b en <3 &#0;&#xD800;&onbekend;'), 'a < b en <3 &onbekend;');
  assert.equal(htmlToOwnText('<div id="appendonsend"></div><hr><b>Van:</b> Sanne'), '');
  assert.equal(readMailText({ text: ' \n', html: '<p>Alleen HTML</p>' }).ownWords, 'Alleen HTML');
});

test('hostile text takes no time: no pattern here runs away', () => {
  const nasty = ['<'.repeat(400_000), '<div '.repeat(80_000), '<blockquote>'.repeat(40_000), '&'.repeat(400_000)];
  const startedAtMs = performance.now();
  for (const html of nasty) htmlToOwnText(html);
  for (const text of [
    '> '.repeat(60_000),
    `Op 1 ${'a '.repeat(60_000)}`,
    'groet '.repeat(20_000),
    `${'On 1 x\n'.repeat(9_000)}`,
    '-'.repeat(60_000),
    `Van:${' '.repeat(60_000)}`,
    'you are receiving '.repeat(4_000),
  ])
    ownWords(text);
  assert.ok(performance.now() - startedAtMs < 2_000, `${performance.now() - startedAtMs} ms`);
});

test('a question to the receiver, but not one in an address of a page', () => {
  for (const text of ['Komt vrijdag uit?', 'Lukt dat (vrijdag)?', 'Kan het? Ik hoor het graag.', 'Really??'])
    assert.ok(asksSomething(text), text);
  for (const text of ['Zie https://x.example/a?b=1', 'Tot vrijdag!', '', '?']) assert.ok(!asksSomething(text), text);
});

test('a snippet is at most 500 characters and never half a character', () => {
  const snippet = makeSnippet(`${'a'.repeat(499)}😀 en meer`);
  assert.equal(snippet?.length, 499);
  assert.ok(snippet?.isWellFormed());
});
