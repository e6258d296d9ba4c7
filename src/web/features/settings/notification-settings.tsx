import { Button, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { NotificationWays } from '#contract/notifications.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { taskQueries } from '../../api/task-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { PushHere } from './push-here.tsx';
import classes from './settings.module.css';

const ways = ['inApp', 'push', 'mail'] as const;
const touches = [['notification-settings'], ['notifications']];

/** What one wants to be told, and how: a switch each. */
export function NotificationSettings() {
  const { words, formats } = useSpoken();
  const said = words.notifications.settings;
  const asked = useQuery(taskQueries.notificationSettings());
  const set = useAct({
    run: (body: Pick<NotificationWays, 'kind'> & Partial<NotificationWays>) =>
      api.notifications.set({ ...nothing, body, headers: newKey() }),
    touches,
  });
  const stop = useAct({
    run: (subscriptionId: string) =>
      api.notifications.unsubscribe({ ...nothing, params: { subscriptionId }, headers: newKey() }),
    touches,
  });
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const { kinds, canMail, pushKey, browsers } = asked.data;
  return (
    <>
      <p className="soft">{said.lead}</p>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{said.kind}</th>
              {ways.map((way) => (
                <th key={way} scope="col">
                  {said.ways[way]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map((row) => (
              <tr key={row.kind}>
                <th scope="row">{said.kinds[row.kind]}</th>
                {ways.map((way) => (
                  <td key={way}>
                    <Switch
                      aria-label={`${said.kinds[row.kind]}: ${said.ways[way]}`}
                      checked={row[way] && (way !== 'mail' || canMail)}
                      disabled={way === 'mail' && !canMail}
                      onChange={(event) => set.mutate({ kind: row.kind, [way]: event.currentTarget.checked })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="soft">{canMail ? said.mailAt : said.noMail}</p>
      <section className={classes.part} aria-label={said.push}>
        <h3>{said.push}</h3>
        <PushHere pushKey={pushKey} />
      </section>
      {browsers.length > 0 && (
        <section className={classes.part} aria-label={said.browsers}>
          <h3>{said.browsers}</h3>
          <ul className={classes.list}>
            {browsers.map(({ id, name, createdAt }) => (
              <li key={id}>
                <span>{name ?? said.unnamed}</span>
                <span className="soft">{said.since(formats.date(createdAt))}</span>
                <Button variant="default" size="xs" onClick={() => stop.mutate(id)}>
                  {said.removeBrowser}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
