/** A server on this machine that answers as another one's documentation says, and misbehaves when told to. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReaderFault } from '#connectors/reader-compliance.ts';
import { createEgress } from '#outgoing/egress.ts';
import { createNet } from '#outgoing/net.ts';
import type { Net } from '#services/connections/reader.ts';

export interface DoubleRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface DoubleAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface WebDouble {
  readonly url: string;
  readonly net: Net;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  setFault(fault: ReaderFault | null, after?: number): void;
  close(): Promise<void>;
}

interface Ways {
  answer(request: DoubleRequest): DoubleAnswer;
  /** What this API says to a token that no longer holds; and to who asks too much. */
  readonly revoked: (request: DoubleRequest) => DoubleAnswer;
  readonly throttled: DoubleAnswer;
}

export async function openWebDouble({ answer, revoked, throttled }: Ways): Promise<WebDouble> {
  let fault: ReaderFault | null = null;
  let left = 0;
  const asked: string[] = [];
  const server = createServer(async (incoming, response) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`);
    asked.push(`${url.pathname}${url.search}`);
    const { method = 'GET', headers } = incoming;
    const request = { method, url, headers, body: Buffer.concat(parts).toString() };
    const active = fault !== null && left <= 0 ? fault : null;
    left -= 1;
    const said = active === 'revoked' ? revoked(request) : active === 'throttled' ? throttled : answer(request);
    const text = typeof said.body === 'string' ? said.body : JSON.stringify(said.body);
    if (active === 'garbage') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Onderhoud</h1>');
      return;
    }
    response.writeHead(said.status ?? 200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      ...said.headers,
    });
    if (active !== 'cut') {
      response.end(text);
      return;
    }
    response.write(text.slice(0, Math.floor(text.length / 2)));
    setTimeout(() => response.destroy(), 5);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const alsoAllowed = [`127.0.0.1:${port}`];
  return {
    url: `http://127.0.0.1:${port}`,
    net: createNet({ egress: createEgress({ alsoAllowed }), alsoAllowed }),
    asked,
    setFault(next, after = 0) {
      fault = next;
      left = after;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
