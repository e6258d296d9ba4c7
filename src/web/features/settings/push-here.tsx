import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useWords } from '../../ui/words.tsx';

type Here = 'looking' | 'missing' | 'blocked' | 'off' | 'on';

/** Whether this very browser tells its user, and how to begin or end that. */
export function PushHere({ pushKey }: { pushKey: string }) {
  const said = useWords().notifications.settings;
  const [here, setHere] = useState<Here>('looking');
  useEffect(() => void lookHere().then(setHere), []);
  const begin = useAct({
    run: () => subscribe(pushKey),
    touches: [['notification-settings']],
    onDone: (isOn) => setHere(isOn ? 'on' : 'blocked'),
  });
  const end = useAct({
    run: async () => {
      const registration = await navigator.serviceWorker.ready;
      await (await registration.pushManager.getSubscription())?.unsubscribe();
    },
    onDone: () => setHere('off'),
  });
  if (here === 'looking') return null;
  if (here === 'missing') return <p className="soft">{said.pushMissing}</p>;
  if (here === 'blocked') return <p className="soft">{said.pushBlocked}</p>;
  const isOn = here === 'on';
  return (
    <>
      {isOn && <p className="soft">{said.pushIs}</p>}
      <div>
        <Button
          variant="default"
          loading={begin.isPending || end.isPending}
          onClick={() => (isOn ? end.mutate() : begin.mutate())}
        >
          {isOn ? said.pushOff : said.pushOn}
        </Button>
      </div>
    </>
  );
}

async function lookHere(): Promise<Here> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return 'missing';
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration) return 'missing';
  if (Notification.permission === 'denied') return 'blocked';
  return (await registration.pushManager.getSubscription()) ? 'on' : 'off';
}

/** False where the reader, or the browser, said no. */
async function subscribe(pushKey: string): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false;
  const registration = await navigator.serviceWorker.ready;
  const made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey });
  const { endpoint = '', keys = {} } = made.toJSON();
  const body = { endpoint, p256dh: keys.p256dh ?? '', auth: keys.auth ?? '', name: nameOfBrowser() };
  await api.notifications.subscribe({ ...nothing, body, headers: newKey() });
  return true;
}

/** As people call it, so that they know it again in the list. */
function nameOfBrowser(): string {
  const { userAgent } = navigator;
  const browser = ['Edg', 'Firefox', 'Chrome', 'Safari'].find((name) => userAgent.includes(name)) ?? '';
  const system =
    ['Android', 'iPhone', 'iPad', 'Windows', 'Mac', 'Linux'].find((name) => userAgent.includes(name)) ?? '';
  return [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join(', ') || 'Browser';
}
