import { spawnSync } from 'node:child_process';

const login = { email: 'joris@overkant.example', password: 'koffie voor iedereen' };

/** Makes Joris and his firm with the same commands an administrator has; does nothing when they live there already. */
export async function moveInDemoFirm(program: string, env: NodeJS.ProcessEnv): Promise<typeof login> {
  const hecht = (args: string[], input = '') =>
    spawnSync(process.execPath, [program, 'hecht', ...args], { env, input, encoding: 'utf8' });
  const owner = ['--email', login.email, '--name', 'Joris', '--firm', 'Branderij De Overkant'];
  const made = hecht(['setup', ...owner], `${login.password}\n`);
  if (made.status !== 0) {
    if (/owner already/.test(made.stderr)) return login;
    throw new Error(`The demo owner could not be made:\n${made.stderr}`);
  }
  const loaded = hecht(['demo', 'load']);
  if (loaded.status !== 0) throw new Error(`The demo firm could not be loaded:\n${loaded.stderr}`);
  return login;
}
