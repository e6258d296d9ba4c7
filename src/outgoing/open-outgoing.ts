/** Everything that leaves the house, in one place. */
import type { Outgoing } from '#services/context.ts';
import { createEgress } from './egress.ts';
import { createMailer } from './mail.ts';
import { createNet } from './net.ts';
import { createPush } from './push.ts';
import { createMailWay } from './smtp.ts';

interface Options {
  readonly publicUrl: string;
  readonly smtpUrl?: string | undefined;
  readonly mailFrom?: string | undefined;
  readonly alsoReachable?: readonly string[];
}

export function openOutgoing({ publicUrl, smtpUrl, mailFrom, alsoReachable = [] }: Options): Outgoing {
  const egress = createEgress({ alsoAllowed: alsoReachable });
  const net = createNet({ egress, alsoAllowed: alsoReachable });
  const mailWay = createMailWay(net);
  return {
    publicUrl,
    net,
    mailWay,
    sendMail: createMailer({ smtpUrl, mailFrom }),
    ...createPush({ egress, publicUrl }),
  };
}
