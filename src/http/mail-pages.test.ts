/** Strangers' HTML in a real browser, as a reader sees it: nothing runs and nothing is fetched until it is asked for. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { createMailOpener } from '#connectors/mail-view/mail-opener.ts';
import { findChromium } from '../../e2e/chromium.ts';
import { framePage, framePolicy } from './mail-pages.ts';

const nasty = [
  '<script>parent.postMessage("ran", "*"); fetch("https://evil.example/1")</script>',
  '<img src=x onerror="parent.postMessage(`ran`,`*`)"><svg onload="parent.postMessage(`ran`,`*`)">',
  '<img src="https://evil.example/pixel.gif"><img srcset="https://evil.example/2x.png 2x">',
  '<div style="background:url(https://evil.example/bg.png)">x</div><style>body{background:url(https://evil.example/s.png)}</style>',
  '<link rel="stylesheet" href="https://evil.example/a.css"><link rel="dns-prefetch" href="//evil.example"><link rel="prefetch" href="https://evil.example/p">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/refresh"><base href="https://evil.example/">',
  '<iframe src="https://evil.example/frame"></iframe><object data="https://evil.example/o"></object><embed src="https://evil.example/e">',
  '<video src="https://evil.example/v.mp4" poster="https://evil.example/v.png" autoplay></video><audio src="https://evil.example/a.mp3" autoplay>',
  '<form action="https://evil.example/f"><input autofocus onfocus="this.form.submit()"></form>',
  '<table background="https://evil.example/t.png"><tr><td background="//evil.example/td.png">x</table>',
  '<input type="image" src="https://evil.example/i.png"><body background="https://evil.example/b.png">',
  '<svg><image href="https://evil.example/svg.png"/><use href="https://evil.example/u.svg#x"/></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=parent.postMessage(`ran`,`*`)&gt;">',
  '<a href="javascript:parent.postMessage(`ran`,`*`)" id=go>klik</a><a href="https://evil.example/ping" ping="https://evil.example/pinged">x</a>',
  '<font face="x" style="font-family:x;src:url(https://evil.example/f.woff)">x</font><p style="cursor:url(https://evil.example/c.cur),auto">x</p>',
];

const mailOf = (html: string) =>
  Buffer.from(
    `From: a@b.nl\r\nTo: c@d.nl\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`,
  );

/** The corpus where it lies beside the checkout; its mails with HTML in them. */
function corpus(): Buffer[] {
  const folder = fileURLToPath(new URL('../../../shared/data/mail-corpus', import.meta.url));
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    .filter((raw) => /text\/html/i.test(raw.toString('latin1')));
}

const pages: string[] = [];
let server: Server;
let browser: Browser;
let base = '';
let withRemote = '';

before(async () => {
  const opener = createMailOpener();
  for (const raw of [...nasty.map(mailOf), ...corpus()]) {
    const opened = await opener.open(raw, { withRemote: false });
    if (opened?.html != null) pages.push(framePage(opened.html, 'nl'));
  }
  const asked = await opener.open(mailOf('<img src="https://pictures.example/zak.png" alt="zak">'), {
    withRemote: true,
  });
  withRemote = framePage(asked?.html ?? '', 'nl');
  server = createServer((request, response) => {
    const at = /^\/page\/(\d+)$/.exec(request.url ?? '')?.[1];
    const isAsked = request.url === '/asked';
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (at !== undefined || isAsked) response.setHeader('content-security-policy', framePolicy(isAsked));
    const frame = (src: string) =>
      `<iframe src="${src}" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>`;
    const all = `<!doctype html><script>window.ran=[];addEventListener('message',({data})=>ran.push(data))</script>`;
    if (request.url === '/all') response.end(all + pages.map((_, place) => frame(`/page/${place}`)).join(''));
    else if (request.url === '/one') response.end(all + frame('/asked'));
    else response.end(isAsked ? withRemote : (pages[Number(at)] ?? ''));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const found = findChromium();
  const env = { ...(process.env as Record<string, string>), ...found.env };
  browser = await chromium.launch({ executablePath: found.executablePath, args: ['--no-sandbox'], env });
});
after(async () => {
  await browser?.close();
  server?.close();
});

async function visit(path: string) {
  const page = await browser.newPage();
  const outside: string[] = [];
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(base) || url.startsWith('data:')) return route.continue();
    outside.push(url);
    return route.abort();
  });
  await page.goto(`${base}${path}`, { waitUntil: 'load' });
  return { page, outside };
}

test('no page of any of them fetches anything from elsewhere, or runs a word', async (t) => {
  assert.ok(pages.length >= nasty.length - 3, String(pages.length));
  t.diagnostic(`${pages.length} pages, ${corpus().length} of them out of the corpus`);
  const { page, outside } = await visit('/all');
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  assert.equal(frames.length, pages.length, 'each is one frame, and none has frames of its own');
  assert.deepEqual(outside, []);
  assert.deepEqual(await page.evaluate('window.ran'), []);
  await page.close();
});

test('a picture from elsewhere is fetched by the reader’s browser once it is asked for, without saying where from', async () => {
  const page = await browser.newPage();
  const asked: (string | undefined)[] = [];
  await page.route('https://**/*', (route) => {
    asked.push(route.request().url(), route.request().headers()['referer']);
    return route.abort();
  });
  await page.goto(`${base}/one`, { waitUntil: 'load' });
  assert.deepEqual(asked, ['https://pictures.example/zak.png', undefined]);
  await page.close();
});

test('were something left in a page, the frame would still hold it', async () => {
  pages.push(`<!doctype html><body>${nasty.join('\n')}</body>`);
  const { page, outside } = await visit('/all');
  assert.deepEqual(await page.evaluate('window.ran'), []);
  assert.deepEqual(
    outside.filter((url) => !url.includes('/refresh')),
    [],
  );
  await page.close();
});
