import type { PSTMessage, PSTRecipient } from 'pst-extractor';

/** Exchange names colleagues by directory path ("/O=FIRM/CN=JAN"); mail addresses for those, as far as the file tells. */
export interface DirectoryNames {
  readonly addressByPath: ReadonlyMap<string, string>;
  /** Of the mailbox's owner. */
  readonly owner: string | null;
}

/** PidTagSenderSmtpAddress and PidTagSentRepresentingSmtpAddress: pst-extractor has no getters for them. */
const senderSmtp = 0x5d01;
const representedSmtp = 0x5d02;

export function isPath(address: string): boolean {
  return address.startsWith('/');
}

/** Whom a message comes from, in the forms Outlook may hold it; best first. */
export function listSenderForms(message: PSTMessage): string[] {
  const readString = (message as unknown as { getStringItem(id: number): string }).getStringItem.bind(message);
  return [
    readString(representedSmtp),
    message.sentRepresentingEmailAddress,
    readString(senderSmtp),
    message.senderEmailAddress,
  ]
    .map((address) => address.trim())
    .filter((address) => address !== '');
}

/** What received messages say about who is who. By votes: a forwarded mail may name another owner. */
export function learnDirectory(messages: Iterable<PSTMessage>): DirectoryNames {
  const votesByPath = new Map<string, Map<string, number>>();
  const ownerVotes = new Map<string, number>();
  const learn = (path: string | null | undefined, address: string | null | undefined): void => {
    if (!path || !address) return;
    const votes = votesByPath.get(path.toLowerCase()) ?? new Map<string, number>();
    votesByPath.set(path.toLowerCase(), votes);
    addVote(votes, address);
  };
  for (const message of messages) {
    const forms = listSenderForms(message);
    learn(
      forms.find(isPath),
      forms.find((form) => form.includes('@')),
    );
    const receivers = listReceivers(message);
    for (const { path, address } of receivers) learn(path, address);
    const [only] = receivers;
    if (receivers.length !== 1 || !only?.address || message.receivedByAddress === '') continue;
    addVote(ownerVotes, only.address);
    if (isPath(message.receivedByAddress)) learn(message.receivedByAddress, only.address);
  }
  return {
    addressByPath: new Map(
      [...votesByPath].flatMap(([path, votes]) => (findWinner(votes) ? [[path, findWinner(votes) ?? '']] : [])),
    ),
    owner: findWinner(ownerVotes),
  };
}

function addVote(votes: Map<string, number>, address: string): void {
  votes.set(address.toLowerCase(), (votes.get(address.toLowerCase()) ?? 0) + 1);
}

function findWinner(votes: ReadonlyMap<string, number>): string | null {
  return [...votes].sort((left, right) => right[1] - left[1])[0]?.[0] ?? null;
}

export interface OutlookReceiver {
  readonly name: string;
  readonly path: string | null;
  readonly address: string | null;
  /** 1 To, 2 Cc, 3 Bcc. */
  readonly type: number;
}

export function listReceivers(message: PSTMessage): OutlookReceiver[] {
  const receivers = Array.from({ length: Math.min(message.numberOfRecipients, 1_000) }, (_, at) =>
    message.getRecipient(at),
  );
  return receivers
    .filter((receiver): receiver is PSTRecipient => receiver !== null)
    .map((receiver) => {
      const forms = [receiver.smtpAddress, receiver.emailAddress].map((form) => form.trim());
      return {
        name: receiver.displayName,
        path: forms.find(isPath) ?? null,
        address: forms.find((form) => form.includes('@') && !isPath(form)) ?? null,
        type: receiver.recipientType,
      };
    });
}

export function resolveAddress(forms: readonly string[], { addressByPath }: DirectoryNames): string | null {
  const direct = forms.find((form) => form.includes('@') && !isPath(form));
  if (direct !== undefined) return direct;
  return forms.flatMap((form) => addressByPath.get(form.toLowerCase()) ?? [])[0] ?? null;
}
