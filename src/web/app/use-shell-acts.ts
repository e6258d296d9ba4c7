/** What one can do from everywhere. */
import { useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { signOut } from '../api/account.ts';
import { api, newKey, nothing } from '../api/client.ts';
import { useAct } from '../api/use-act.ts';
import { type Act, useActs } from '../ui/acts.ts';
import { useCapturing } from '../ui/capturing.tsx';
import { useUndo } from '../ui/changes/use-undo.tsx';
import { useLanguage } from '../ui/language.tsx';
import { useWriteMail } from '../ui/mail/use-write-mail.ts';
import { useWords } from '../ui/words.tsx';
import { forgetSession } from './forget-session.ts';

interface Opens {
  readonly onSearch: () => void;
  readonly onShortcuts: () => void;
}

export function useShellActs({ onSearch, onShortcuts }: Opens): void {
  const { names } = useWords().acts;
  const navigate = useNavigate();
  const capturing = useCapturing();
  const write = useWriteMail();
  const { undo } = useUndo();
  const { locale, speak } = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const other = locale === 'nl' ? 'en' : 'nl';
  const keepLocale = useAct<'nl' | 'en'>({
    run: (chosen) => api.me.update({ ...nothing, body: { locale: chosen }, headers: newKey() }),
    touches: [['me']],
  });
  const leave = useAct({
    run: signOut,
    onDone: () => {
      forgetSession();
      void navigate({ to: '/sign-in', search: {} });
    },
  });
  const act = (id: keyof typeof names, run: () => unknown, keys?: readonly string[], rest: Partial<Act> = {}): Act => {
    return {
      id,
      name: names[id],
      where: 'anywhere',
      kind: 'act',
      run: () => void run(),
      ...(keys && { keys }),
      ...rest,
    };
  };
  const page = (id: keyof typeof names, run: () => unknown, keys?: readonly string[]) =>
    act(id, run, keys, { kind: 'page' });
  const key = (id: keyof typeof names, where: Act['where'], keys: readonly string[]): Act => {
    return { id, name: names[id], where, kind: 'key', keys, isHeard: false };
  };
  useActs([
    act('search', onSearch, ['Control+k'], { kind: 'key' }),
    act('shortcuts', onShortcuts, ['?']),
    act('capture', () => capturing.open(), ['c']),
    act('newRelation', () => navigate({ to: '/relations', search: {}, state: { isAdding: true } }), ['g n']),
    act('newMail', () => write.mutate({})),
    act('newTask', () => navigate({ to: '/tasks', search: {} }).then(focusFirstField)),
    act('newEvent', () => navigate({ to: '/agenda', search: {} })),
    act('undo', () => undo(), ['Control+z'], { isHeard: false }),
    act('language', () => {
      speak(other);
      keepLocale.mutate(other);
    }),
    act('light', () => setColorScheme('light')),
    act('dark', () => setColorScheme('dark')),
    act('signOut', () => leave.mutate()),
    page('today', () => navigate({ to: '/' }), ['g t']),
    page('relations', () => navigate({ to: '/relations', search: {} }), ['g r']),
    page('goMail', () => navigate({ to: '/mail', search: {} }), ['g m']),
    page('tasks', () => navigate({ to: '/tasks', search: {} }), ['g k']),
    page('agenda', () => navigate({ to: '/agenda', search: {} }), ['g a']),
    page('insight', () => navigate({ to: '/insight' }), ['g z']),
    page('imports', () => navigate({ to: '/import' }), ['g i']),
    page('connections', () => navigate({ to: '/connections' })),
    page('proposals', () => navigate({ to: '/proposals' }), ['g v']),
    page('triage', () => navigate({ to: '/triage' })),
    page('bin', () => navigate({ to: '/bin' }), ['g b']),
    page('settingsMe', () => navigate({ to: '/settings/$section', params: { section: 'me' } }), ['g s']),
    page('settingsUsers', () => navigate({ to: '/settings/$section', params: { section: 'users' } })),
    page('glyph', () => navigate({ to: '/glyph' })),
    key('find', 'list', ['/']),
    key('walkRows', 'list', ['ArrowDown', 'ArrowUp']),
    key('open', 'list', ['Enter']),
    key('whyCloseness', 'list', ['w']),
    key('choose', 'list', ['x']),
    key('chooseRange', 'list', ['Shift+x']),
    key('editCell', 'list', ['Enter']),
    key('nextCell', 'list', ['Tab']),
    key('leaveCell', 'list', ['Escape']),
    key('next', 'relation', ['j', 'Alt+ArrowDown']),
    key('previous', 'relation', ['k', 'Alt+ArrowUp']),
    key('close', 'dialog', ['Escape']),
  ]);
}

/** The page of tasks begins with the line in which one writes them. */
function focusFirstField(): void {
  window.setTimeout(() => document.querySelector<HTMLElement>('main input:not([type="checkbox"])')?.focus(), 250);
}
