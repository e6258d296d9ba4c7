/** Push to browsers: web-push encrypts and signs, egress carries it out of the house. */
import webPush from 'web-push';
import type { Outgoing } from '#services/context.ts';
import type { Egress } from './egress.ts';

/** How long the push service keeps it for a browser that is closed. */
const keptSeconds = 12 * 3_600;
const gone = new Set([404, 410]);

export function createPush({
  egress,
  publicUrl,
}: {
  egress: Egress;
  publicUrl: string;
}): Pick<Outgoing, 'makePushKeys' | 'sendPush'> {
  // Whom the push service can reach about us; it asks for an address of https or mail.
  const subject = publicUrl.startsWith('https:') ? publicUrl : 'mailto:operator@hecht.invalid';
  return {
    makePushKeys: () => webPush.generateVAPIDKeys(),
    async sendPush({ subscription, keys, payload }) {
      const { endpoint, p256dh, auth } = subscription;
      const details = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
        vapidDetails: { subject, ...keys },
        TTL: keptSeconds,
        contentEncoding: 'aes128gcm',
      });
      const headers = Object.fromEntries(Object.entries(details.headers).map(([name, value]) => [name, String(value)]));
      const answer = await egress({ url: details.endpoint, method: 'POST', headers, body: details.body ?? '' });
      if (answer.status >= 200 && answer.status < 300) return 'sent';
      if (gone.has(answer.status)) return 'gone';
      throw new Error(`the push service answered ${answer.status}`);
    },
  };
}
