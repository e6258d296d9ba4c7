/** Instead of a password: one goes to the provider, says yes there, and comes back. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ConnectionSettings } from '#contract/connection-kinds.ts';
import { findMailProvider, mailProviders } from '#contract/mail-providers.ts';
import type { OAuthStartInput } from '#contract/oauth.ts';
import { listQueries } from '../../api/list-queries.ts';
import { askPermission } from '../../api/permission.ts';
import { useAct } from '../../api/use-act.ts';
import { useConnectionWords } from '../../ui/words-of/connections.ts';
import classes from './connections.module.css';

type ProviderId = 'google' | 'microsoft' | 'oauth';

/** Who can be asked for this mailbox or agenda; the general one for whatever is of no provider we know. */
function fits(settings: ConnectionSettings, id: ProviderId): boolean {
  const wanted = wantedBy(settings);
  return wanted === null ? id === 'oauth' : wanted === id;
}

/** 'password': known to want one. Null: nobody knows. */
function wantedBy(settings: ConnectionSettings): ProviderId | 'password' | null {
  if (settings.kind === 'imap') {
    const known = mailProviders.find(({ imap }) => imap.host === settings.host) ?? findMailProvider(settings.address);
    return known?.signIn ?? null;
  }
  return settings.kind === 'caldav' && /google/i.test(settings.address) ? 'google' : null;
}

interface Props {
  readonly settings: ConnectionSettings;
  /** What the provider is asked for: a new connection, or the same one again. */
  readonly wanted: (settings: ConnectionSettings) => OAuthStartInput;
}

export function Permission({ settings, wanted }: Props) {
  const connections = useConnectionWords();
  const { data } = useQuery(listQueries.oauthProviders());
  const ask = useAct<ProviderId, { address: string }>({
    run: (id) => askPermission(wanted({ ...settings, signIn: id } as ConnectionSettings)),
    onDone: ({ address }) => window.location.assign(address),
  });
  if ((settings.kind !== 'imap' && settings.kind !== 'caldav') || !data) return null;
  const { kind } = settings;
  const known = data.items.filter(({ id, kinds }) => kinds.includes(kind) && fits(settings, id));
  const missed = wantedBy(settings);
  if (known.length === 0) {
    if (missed === null || missed === 'password' || missed === 'oauth') return null;
    return <p className="soft small">{connections.form.permissionOff(connections.permission.names[missed])}</p>;
  }
  return (
    <div className={classes.permission}>
      {known.map(({ id }) => (
        <Button key={id} variant="default" loading={ask.isPending || ask.isSuccess} onClick={() => ask.mutate(id)}>
          {connections.form.permission(connections.permission.names[id])}
        </Button>
      ))}
      <p className="soft small">{connections.hints.permission}</p>
    </div>
  );
}
