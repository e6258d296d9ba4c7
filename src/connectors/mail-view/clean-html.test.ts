import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanHtml } from './clean-html.ts';
import { cleanStyle } from './clean-style.ts';

const none = { withRemote: false, images: new Map<string, string>() };
const clean = (html: string) => cleanHtml(html, none)?.html ?? '';

test('what runs, asks or frames is gone with everything in it', () => {
  const nasty = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe><object data="x"></object><embed src="x">',
    '<form action="https://x.nl"><input name=password><button>ok</button></form>',
    '<link rel=stylesheet href="https://x.nl/a.css"><style>@import "https://x.nl/b.css"</style>',
    '<meta http-equiv=refresh content="0;url=https://x.nl"><base href="https://x.nl/">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<template><img src="https://x.nl/t.png"></template><video src="https://x.nl/v.mp4" poster="https://x.nl/p.png"></video>',
    '<body background="https://x.nl/b.png" onload="alert(1)"><table background="https://x.nl/t.png"></table>',
    '<plaintext><script>alert(1)</script>',
  ];
  for (const html of nasty) {
    const left = clean(html);
    assert.doesNotMatch(
      left,
      /<(script|svg|math|style|iframe|object|embed|input|button|link|meta|base|video|form)/i,
      html,
    );
    // What stands there as words is escaped; as an attribute it is nowhere.
    assert.doesNotMatch(left, /<[^>]*\b(on\w+|src|background|srcdoc|action|poster)\s*=/i, html);
  }
});

test('links lead only where they say, and say it', () => {
  const link = clean('<a href="https://bank.example/x" onclick="x()">https://jouwbank.nl</a>');
  assert.match(
    link,
    /href="https:\/\/bank\.example\/x" title="https:\/\/bank\.example\/x" target="_blank" rel="noopener/,
  );
  for (const href of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//x.nl',
    'https://x.nl/ a',
  ]) {
    assert.doesNotMatch(clean(`<a href="${href}">x</a>`), /href/, href);
  }
});

test('pictures: those of the mail itself are shown, those from elsewhere only when asked for', () => {
  const images = new Map([['logo@x', 'data:image/png;base64,AA==']]);
  assert.match(cleanHtml('<img src="cid:LOGO@x">', { ...none, images })?.html ?? '', /src="data:image\/png/);
  const remote = '<img src="http://x.nl/a.png" alt="Een zak">';
  assert.deepEqual(cleanHtml(remote, none), { html: '<em>[Een zak]</em>', hasRemote: true });
  const shown = cleanHtml(remote, { ...none, withRemote: true })?.html ?? '';
  assert.match(shown, /src="https:\/\/x\.nl\/a\.png" referrerpolicy="no-referrer"/);
  assert.equal(clean('<img src="data:image/svg+xml;base64,AA==">'), '');
  assert.equal(clean('<img srcset="https://x.nl/a.png 2x">'), '');
});

test('style keeps what dresses the words, and nothing that fetches or covers', () => {
  assert.equal(cleanStyle('color: red; POSITION:fixed; font-size:20px'), 'color:red;font-size:20px');
  for (const nasty of [
    'background:url(https://x.nl/a)',
    'background:u\\72l(https://x.nl/a)',
    'color:expression(alert(1))',
    'background:image-set("https://x.nl/a" 1x)',
    'width:calc(1px);background:/**/url(x)',
    'list-style:url(x)',
    'color:red}body{background:url(x)',
  ]) {
    assert.doesNotMatch(cleanStyle(nasty), /url|expression|image-set|\}/i, nasty);
  }
});

test('what is quoted is folded', () => {
  assert.match(
    clean('<p>ja</p><div class="gmail_quote"><p>oud</p></div>'),
    /<p>ja<\/p><details><summary>.*oud.*<\/details>/,
  );
  assert.match(clean('<p>ja</p><blockquote type="cite">oud</blockquote>'), /<details>/);
  assert.match(clean('<div><p>ja</p><div id="appendonsend"></div><p>oud</p></div>'), /ja<\/p><details>.*oud/);
});

test('a page of a hundred thousand elements within each other takes no time: its text is shown', () => {
  const at = performance.now();
  for (const deep of ['<div>', '<b>', '<font color=red>', '<table><tr><td>', '<a href=x><blockquote>']) {
    assert.equal(cleanHtml(`${deep.repeat(50_000)}diep`, none), null, deep);
  }
  assert.match(clean(`${'<p>x<li>y<td>z<br>'.repeat(3_000)}`), /xyz|x/);
  assert.ok(performance.now() - at < 8_000);
});
