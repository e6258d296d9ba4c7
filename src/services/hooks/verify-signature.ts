/** Whether a message was signed by who knows the secret, in the ways of those who send them. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export type Signature = 'none' | 'standard' | 'shopify' | 'woocommerce' | 'stripe';

interface Signed {
  readonly signature: Signature;
  readonly secret: string | null;
  readonly body: Buffer;
  readonly header: (name: string) => string | null;
  readonly now: Date;
}

/** A message that was caught cannot be sent again later. */
const oldestSeconds = 300;

export function isSigned(signed: Signed): boolean {
  const { signature, secret, body, header } = signed;
  if (signature === 'none') return true;
  if (secret === null) return false;
  if (signature === 'standard') return isStandard(signed, secret);
  if (signature === 'stripe') return isStripe(signed, secret);
  const name = signature === 'shopify' ? 'x-shopify-hmac-sha256' : 'x-wc-webhook-signature';
  return isSame(header(name) ?? '', hmac(secret, body, 'base64'));
}

/** standardwebhooks.com: several signatures may stand there while a secret is being replaced. */
function isStandard({ body, header, now }: Signed, secret: string): boolean {
  const [id, at] = [header('webhook-id'), header('webhook-timestamp')];
  if (!id || !at || !isRecent(at, now)) return false;
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret);
  const expected = hmac(key, Buffer.concat([Buffer.from(`${id}.${at}.`), body]), 'base64');
  const given = (header('webhook-signature') ?? '').split(' ').slice(0, 10);
  return given.some((one) => one.startsWith('v1,') && isSame(one.slice(3), expected));
}

function isStripe({ body, header, now }: Signed, secret: string): boolean {
  const parts = (header('stripe-signature') ?? '')
    .split(',')
    .slice(0, 20)
    .map((part) => part.trim().split('='));
  const at = parts.find(([name]) => name === 't')?.[1] ?? '';
  if (!isRecent(at, now)) return false;
  const expected = hmac(secret, Buffer.concat([Buffer.from(`${at}.`), body]), 'hex');
  return parts.some(([name, value = '']) => name === 'v1' && isSame(value, expected));
}

function isRecent(seconds: string, now: Date): boolean {
  return /^\d{1,11}$/.test(seconds) && Math.abs(now.getTime() / 1_000 - Number(seconds)) <= oldestSeconds;
}

function hmac(key: string | Buffer, body: Buffer, encoding: 'base64' | 'hex'): string {
  return createHmac('sha256', key).update(body).digest(encoding);
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
