/** A real Dovecot of the test's own: its settings, mail and log in a folder of its own, ports that were free. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnOwn } from '../own-process.ts';
import type { ImapServer } from './imap-server.ts';

const program = '/usr/sbin/dovecot';

/** Where it is missing it is installed, once, when we may; null: it cannot be had here, and the test must say so. */
export function findDovecot(): string | null {
  if (existsSync(program)) return program;
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return null;
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'dovecot-imapd'], {
    stdio: 'ignore',
    timeout: 120_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return existsSync(program) ? program : null;
}

export interface Dovecot extends ImapServer {
  readonly name: 'dovecot';
  /** With a certificate nobody knows. */
  readonly tlsPort: number;
  readonly certificate: string;
  /** Where the mails of a user lie, one file each. */
  maildir(user: string): string;
  readLog(): Promise<string>;
}

export async function startDovecot(options: { extra?: string } = {}): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'hecht-dovecot-'));
  await chmod(folder, 0o755);
  const [port, tlsPort] = [await findFreePort(), await findFreePort()];
  const isRoot = process.getuid?.() === 0;
  const mail = join(folder, 'mail');
  await mkdir(mail);
  if (isRoot) await chown(mail, nobody, nobody);
  makeCertificate(folder);
  await writeFile(join(folder, 'conf'), settingsOf({ folder, port, tlsPort, isRoot, extra: options.extra ?? '' }));
  const child = spawnOwn(program, ['-F', '-c', join(folder, 'conf')], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await waitForPort(port, folder);
  return {
    name: 'dovecot',
    ...{ port, tlsPort, password: 'geheim' },
    certificate: await readFile(join(folder, 'cert.pem'), 'utf8'),
    maildir: (user) => join(mail, user),
    readLog: () => readFile(join(folder, 'log'), 'utf8'),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const nobody = 65_534;

interface Settings {
  readonly folder: string;
  readonly port: number;
  readonly tlsPort: number;
  readonly isRoot: boolean;
  readonly extra: string;
}

function settingsOf({ folder, port, tlsPort, isRoot, extra }: Settings): string {
  const [uid, gid] = isRoot ? [nobody, nobody] : [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  const me = isRoot
    ? ''
    : `default_internal_user = ${uid}\ndefault_login_user = ${uid}\ndefault_internal_group = ${gid}`;
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:${folder}/mail/%u
mail_max_userip_connections = 100
mail_fsync = never
first_valid_uid = 1
first_valid_gid = 1
${me}
passdb {
  driver = static
  args = password=geheim
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Verzonden {
    special_use = \\Sent
    auto = create
  }
  mailbox Concepten {
    special_use = \\Drafts
    auto = create
  }
  mailbox Ongewenst {
    auto = create
  }
  mailbox Prullenbak {
    auto = create
  }
  mailbox Archief {
    auto = create
  }
  mailbox Klanten {
    auto = create
  }
}
${extra}
`;
}

function makeCertificate(folder: string): void {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem'), '-days', '3'];
  const made = spawnSync('openssl', [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    ...files,
    ...subject,
  ]);
  if (made.status !== 0) throw new Error(`openssl made no certificate: ${made.stderr}`);
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function waitForPort(port: number, folder: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('data', () => socket.destroy());
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`dovecot does not start: ${await readFile(join(folder, 'log'), 'utf8').catch(() => 'no log')}`);
}
