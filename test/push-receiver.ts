/** What stands in for a browser vendor's push service, and the keys of a browser behind it: reads what was sealed for it (RFC 8291, RFC 8188). */
import { createDecipheriv, createECDH, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Pushed {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface PushReceiver {
  /** host:port */
  readonly host: string;
  /** What a page would be told when it subscribes. */
  readonly subscription: { readonly endpoint: string; readonly p256dh: string; readonly auth: string };
  readonly pushed: Pushed[];
  /** What it answers from now on. */
  answer(status: number): void;
  close(): Promise<void>;
}

export async function openPushReceiver(): Promise<PushReceiver> {
  const browser = createECDH('prime256v1');
  browser.generateKeys();
  const secret = randomBytes(16);
  const pushed: Pushed[] = [];
  let status = 201;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      pushed.push({ headers: request.headers, text: unseal(Buffer.concat(parts), { browser, secret }) });
      response.writeHead(status).end();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    subscription: {
      endpoint: `http://${host}/a-browser`,
      p256dh: browser.getPublicKey('base64url'),
      auth: secret.toString('base64url'),
    },
    pushed,
    answer: (next) => {
      status = next;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Keys {
  readonly browser: ReturnType<typeof createECDH>;
  readonly secret: Buffer;
}

function unseal(body: Buffer, { browser, secret }: Keys): string {
  const [salt, keyLength] = [body.subarray(0, 16), body[20] ?? 0];
  const senderKey = body.subarray(21, 21 + keyLength);
  const shared = browser.computeSecret(senderKey);
  const mark = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), senderKey]);
  const firstKey = createHmac('sha256', secret).update(shared).digest();
  const keyed = createHmac('sha256', firstKey)
    .update(Buffer.concat([mark, Buffer.from([1])]))
    .digest();
  const part = (name: string, length: number) =>
    Buffer.from(hkdfSync('sha256', keyed, salt, `Content-Encoding: ${name}\0`, length));
  const cipher = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12));
  const sealed = body.subarray(21 + keyLength);
  cipher.setAuthTag(sealed.subarray(-16));
  const text = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
  return text.subarray(0, text.lastIndexOf(2)).toString();
}
