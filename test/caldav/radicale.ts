/** A real Radicale of the test's own, behind a door that can misbehave: its calendars in a folder of its own, on free ports. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ReaderFault } from '#connectors/reader-compliance.ts';
import { createEgress } from '#outgoing/egress.ts';
import { createNet } from '#outgoing/net.ts';
import type { Net } from '#services/connections/reader.ts';
import { findFreePort } from '../imap/dovecot.ts';
import { spawnOwn } from '../own-process.ts';

const program = '/usr/bin/radicale';
export const radicalePassword = 'geheim';

/** Where it is missing it is installed, once, when we may; null: it cannot be had here, and the test must say so. */
export function findRadicale(): string | null {
  if (existsSync(program)) return program;
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return null;
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'radicale'], {
    stdio: 'ignore',
    timeout: 120_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return existsSync(program) ? program : null;
}

export interface Radicale {
  /** Of the door. */
  readonly url: string;
  readonly net: Net;
  /** A calendar of this user, made; its address. */
  makeCalendar(user: string, name: string): Promise<string>;
  put(user: string, href: string, raw: string): Promise<void>;
  get(user: string, href: string): Promise<string | null>;
  remove(user: string, href: string): Promise<void>;
  list(user: string, calendar: string): Promise<string[]>;
  /** `lost`: what is sent is done, and its answer never comes. */
  setFault(fault: ReaderFault | 'lost' | 'down' | null): void;
  stop(): Promise<void>;
}

export async function startRadicale(): Promise<Radicale> {
  const folder = await mkdtemp(join(tmpdir(), 'hecht-radicale-'));
  const inner = await findFreePort();
  await writeFile(join(folder, 'users'), `sanne:${radicalePassword}\nbram:${radicalePassword}\n`);
  await writeFile(
    join(folder, 'config'),
    `[server]\nhosts = 127.0.0.1:${inner}\n[auth]\ntype = htpasswd\nhtpasswd_filename = ${folder}/users\n` +
      `htpasswd_encryption = plain\ndelay = 0\n[storage]\nfilesystem_folder = ${folder}/data\n[web]\ntype = none\n`,
  );
  const child = spawnOwn(program, ['--config', join(folder, 'config')], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const direct = `http://127.0.0.1:${inner}`;
  for (let tries = 0; !(await fetch(direct).then(Boolean, () => false)); tries += 1) {
    if (tries > 200) throw new Error('Radicale did not start');
    await pause(50);
  }
  const door = await openDoor(inner);
  const alsoAllowed = [`127.0.0.1:${door.port}`];
  const ask = (user: string, url: string, init: RequestInit = {}) => {
    const authorization = `Basic ${Buffer.from(`${user}:${radicalePassword}`).toString('base64')}`;
    const { pathname } = new URL(url, direct);
    return fetch(new URL(pathname, direct), { ...init, headers: { ...init.headers, authorization } });
  };
  return {
    url: `http://127.0.0.1:${door.port}`,
    net: createNet({ egress: createEgress({ alsoAllowed }), alsoAllowed }),
    async makeCalendar(user, name) {
      const href = `http://127.0.0.1:${door.port}/${user}/${name}/`;
      const body = `<?xml version="1.0"?><c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>
        <d:displayname>${name}</d:displayname></d:prop></d:set></c:mkcalendar>`;
      await ask(user, `${direct}/${user}/`, { method: 'MKCOL' });
      const made = await ask(user, href, { method: 'MKCALENDAR', body });
      if (!made.ok) throw new Error(`MKCALENDAR ${made.status}`);
      return href;
    },
    async put(user, href, raw) {
      const stored = await ask(user, href, { method: 'PUT', headers: { 'content-type': 'text/calendar' }, body: raw });
      if (!stored.ok) throw new Error(`PUT ${stored.status} ${await stored.text()}`);
    },
    async get(user, href) {
      const found = await ask(user, href);
      return found.ok ? found.text() : null;
    },
    async remove(user, href) {
      await ask(user, href, { method: 'DELETE' });
    },
    async list(user, calendar) {
      const headers = { depth: '1' };
      const text = await (await ask(user, calendar, { method: 'PROPFIND', headers })).text();
      return [...text.matchAll(/<href>([^<]+\.ics)<\/href>/g)].map((match) => match[1] ?? '');
    },
    setFault: door.setFault,
    async stop() {
      await door.close();
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openDoor(inner: number) {
  let fault: ReaderFault | 'lost' | 'down' | null = null;
  const server = createServer((asked, answer) => {
    const active = fault;
    if (active === 'throttled') return void answer.writeHead(429, { 'retry-after': '60' }).end();
    if (active === 'revoked') return void answer.writeHead(401).end();
    if (active === 'garbage')
      return void answer.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Onderhoud</h1>');
    if (active === 'down') return void answer.destroy();
    passOn(inner, asked, answer, active);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    setFault: (next: typeof fault) => {
      fault = next;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function passOn(inner: number, asked: IncomingMessage, answer: ServerResponse, fault: string | null): void {
  // Radicale makes its links from what it is asked as.
  const options = {
    host: '127.0.0.1',
    port: inner,
    method: asked.method ?? 'GET',
    path: asked.url ?? '/',
    headers: asked.headers,
  };
  const on = request(options, async (told) => {
    const parts: Buffer[] = [];
    for await (const part of told) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    if (fault === 'lost' && asked.method !== 'PROPFIND') return void answer.destroy();
    answer.writeHead(told.statusCode ?? 502, { ...told.headers, 'content-length': body.length });
    if (fault !== 'cut' || body.length < 2) return void answer.end(body);
    answer.write(body.subarray(0, Math.floor(body.length / 2)));
    setTimeout(() => answer.destroy(), 5);
  });
  on.on('error', () => answer.destroy());
  asked.pipe(on);
}
