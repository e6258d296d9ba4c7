/** Connections: what keeps itself up to date, how that goes, what is wrong and what to do about it. */
import type { ConnectionKind, ConnectionProblem } from '#contract/connection-kinds.ts';
import type { MailHint } from '#contract/mail-providers.ts';

interface Told {
  /** What is wrong. */
  readonly is: string;
  /** What somebody can do about it. */
  readonly todo: string;
}

export const connections = {
  lead: 'Connect a mailbox, an agenda or an account once, and relations stay up to date by themselves. Here you see how each is doing.',
  empty: 'Nothing is connected yet. Begin with your mailbox: after that the ties live by themselves.',
  add: 'Connect something',
  kinds: {
    imap: 'Mailbox',
    caldav: 'Agenda',
    ical: 'Agenda by its link',
    bluesky: 'Bluesky',
    mastodon: 'Mastodon',
    feed: 'Feed',
    discourse: 'Discourse',
    drop: 'Drop address',
  } satisfies Record<ConnectionKind, string>,
  kindLeads: {
    imap: 'Mail that comes in and goes out, by IMAP.',
    caldav: 'Meetings, both ways: Nextcloud, Google, iCloud, Radicale.',
    ical: 'An agenda that you may only read.',
    bluesky: 'Who speaks with your account.',
    mastodon: 'Who speaks with your account.',
    feed: 'What a relation publishes (RSS or Atom).',
    discourse: 'Who speaks with you on a forum.',
    drop: 'Mail that you send there in copy, or forward.',
  } satisfies Record<ConnectionKind, string>,
  states: {
    new: 'not read yet',
    reading: 'being read',
    fine: 'up to date',
    quiet: 'longer silent than usual',
    trouble: 'not being read',
    paused: 'paused',
  },
  problems: {
    'wrong-password': {
      is: 'The server does not accept this name and password.',
      todo: 'Check both. Many providers want an app password: a password that you make there for Hecht alone.',
    },
    revoked: {
      is: 'The password or permission worked once and does not any more.',
      todo: 'Was the password changed, or the permission taken back? Enter the new one here, or give permission again.',
    },
    'not-allowed': {
      is: 'The server knows you, but does not let you read this.',
      todo: 'Allow it in the settings of your provider (often called IMAP access), or ask who manages it.',
    },
    'unknown-host': {
      is: 'There is no server with this name.',
      todo: 'Check the name of the server for a typing error.',
    },
    unreachable: {
      is: 'Nobody answers at this server and port.',
      todo: 'Check the port. If it worked before, the server may be down: Hecht keeps trying.',
    },
    'refused-address': {
      is: 'This address is inside your own network, and Hecht does not go there by itself.',
      todo: 'Is that meant? Then the administrator puts it in HECHT_ALSO_REACHABLE.',
    },
    certificate: {
      is: 'The server cannot prove that it is who it says: its certificate is not right.',
      todo: 'Check the name of the server. If it is right, its administrator must renew the certificate.',
    },
    'too-slow': {
      is: 'The server takes too long to answer.',
      todo: 'Nothing to do: Hecht tries again, ever more calmly.',
    },
    throttled: {
      is: 'The server asks to wait: it was asked too much.',
      todo: 'Nothing to do: Hecht waits as long as it was asked to.',
    },
    'cut-off': {
      is: 'The connection was broken off half-way.',
      todo: 'Nothing is lost: Hecht goes on where it was.',
    },
    garbage: {
      is: 'What answers there does not speak the right language.',
      todo: 'Check the address and port: is it this kind of server?',
    },
    'place-gone': {
      is: 'What was read there does not exist any more.',
      todo: 'Was it renamed or removed? Choose again what is to be read.',
    },
    'not-yours': {
      is: 'Mail came to your drop address from an address that is not yours. It has been set aside.',
      todo: 'Did you send it from another address of yours? Add that to yourself. If not, make a new drop address in your settings.',
    },
    'server-trouble': {
      is: 'The server has trouble of its own.',
      todo: 'Nothing to do: Hecht tries again. If it lasts, ask your provider.',
    },
    'house-trouble': {
      is: 'Hecht itself could not store what it read.',
      todo: 'Nothing is lost: it tries again. If it lasts, tell your administrator.',
    },
  } satisfies Record<ConnectionProblem, Told>,
  todo: 'What to do:',
  serverSaid: (words: string) => `The server said: ${words}`,
  since: (at: string) => `since ${at}`,
  quietTodo: (at: string) =>
    `The last came ${at}. Is nobody writing, or does it arrive somewhere else now (a new folder, a rule, a forward)?`,
  read: (count: string, isOne: boolean) => (isOne ? '1 item read' : `${count} items read`),
  failed: (count: string, isOne: boolean) => (isOne ? '1 could not be read' : `${count} could not be read`),

  failure: (problem: string) => problem,
  failureRaw: 'as it came in',
  lastGood: (at: string) => `last read well ${at}`,
  neverGood: 'never read well yet',
  next: (at: string) => `again ${at}`,
  nextMended: 'again when it has been mended',
  progress: (place: string, done: string, total: string) => `${place}: ${done} of ${total}`,
  covered: (from: string) => `heard since ${from}`,
  shared: 'of the firm',
  yours: 'yours',
  dropAddress: {
    title: 'Drop address',
    lead: 'For those without a mailbox that Hecht may read. Send mail there in copy (BCC), or forward it: Hecht reads it as yours.',
    label: 'Your secret address',
    secret: 'It only takes mail from your own addresses. Do not pass it on.',
    make: 'Make an address',
    renew: 'New address',
    renewed: 'There is a new address. The old one no longer works.',
    stop: 'Stop',
    stopped: 'The address takes nothing in any more. What came in stays.',
    heard: (date: string) => `Last mail ${date}`,
    silent: 'Nothing came in yet',
  },
  acts: {
    more: (name: string) => `More about ${name}`,
    mend: 'Mend',
    change: 'Change',
    readNow: 'Read now',
    resync: 'Read everything again',
    resyncAsk: 'Hecht reads everything again from the beginning. What is known stays, once. That may take a while.',
    pause: 'Pause',
    goOn: 'Go on',
    remove: 'Disconnect',
    removed: (name: string) => `${name} is disconnected. What came in stays.`,
    asked: (name: string) => `${name} is being read.`,
  },
  form: {
    title: (kind: string) => `Connect: ${kind}`,
    mend: (name: string) => `Mend: ${name}`,
    choose: 'What do you want to connect?',
    address: 'Mail address',
    userName: 'User name',
    password: 'Password',
    passwordKept: 'Leave empty to keep the one there is.',
    host: 'Server',
    port: 'Port',
    security: 'Security',
    securities: {
      tls: 'Encrypted (TLS)',
      starttls: 'Encrypted after the greeting (STARTTLS)',
      none: 'None (near by only)',
    },
    server: 'Server and details',
    since: 'Read from',
    sinceHint: 'Empty: everything from the beginning.',
    ignored: 'Do not keep mail of',
    ignoredHint: 'Addresses or domains, one on a line, such as news.example.',
    webAddress: 'Address',
    webAddressHint: 'Such as https://cloud.example.nl',
    shared: 'This is of the firm: every colleague may read what is in it',
    try: 'Try',
    connect: 'Connect',
    save: 'Save',
    works: (name: string) => `That works: ${name}.`,
    places: 'What is read',
    done: (name: string) => `${name} is connected. The first reading begins now.`,
    saved: (name: string) => `${name} works again.`,
    permission: (provider: string) => `Give permission at ${provider}`,
    permissionOff: (provider: string) =>
      `Signing in with ${provider} was not set up in this house. Use an app password, or ask your administrator.`,
  },
  permission: {
    again: 'Give permission again',
    names: { google: 'Google', microsoft: 'Microsoft', oauth: 'your provider' },
    outcomes: {
      given: 'The permission is there. The first reading begins now.',
      denied: 'No permission was given, so nothing was connected.',
      expired: 'That took too long, or was done before. Ask for the permission once more.',
      'other-session': 'This permission was asked in another window or by somebody else. Ask for it once more here.',
      failed: 'It did not work out with the provider.',
    },
  },
  hints: {
    'app-password': 'This provider wants an app password: make one in the security settings of your account there.',
    'own-password': 'The password with which you read your mail.',
    permission: 'You sign in at the provider itself; Hecht never sees your password.',
    'local-user-name': 'Your user name is what stands before the @.',
  } satisfies Record<MailHint, string>,
};
