/** A mail while it is being written: kept as one goes, one change after the other. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MailLine } from '#contract/mail-values.ts';
import type { OutboxMail } from '#contract/outbox.ts';
import type { RichText } from '#contract/rich-text.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { mailQueries } from '../../api/mail-queries.ts';
import { useAct } from '../../api/use-act.ts';

export interface Draft {
  readonly connectionId: string;
  readonly to: readonly MailLine[];
  readonly cc: readonly MailLine[];
  readonly bcc: readonly MailLine[];
  readonly subject: string;
  readonly body: RichText;
  readonly hasSignature: boolean;
}

const restMs = 700;

export function useLetter(first: OutboxMail) {
  const cache = useQueryClient();
  const { queryKey } = mailQueries.letter(first.id);
  const [draft, setDraft] = useState<Draft>(() => draftOf(first));
  const [mail, setMail] = useState(first);
  const version = useRef(first.version);
  const changed = useRef<Partial<Draft>>({});
  const timer = useRef(0);
  const params = { outboxId: first.id };
  const know = useCallback(
    (now: OutboxMail) => {
      version.current = now.version;
      setMail(now);
      cache.setQueryData(queryKey, now);
    },
    [cache, queryKey],
  );
  const save = useAct<Partial<Draft>, OutboxMail>({
    run: (values) => {
      const body = values as Parameters<typeof api.outboxMails.update>[0]['body'];
      return api.outboxMails.update({
        ...nothing,
        params,
        body,
        headers: { ...newKey(), ...ifMatch(version.current) },
      });
    },
    line: `letter ${first.id}`,
    onDone: know,
    onFailed: (values) => {
      changed.current = { ...values, ...changed.current };
    },
  });
  const { mutateAsync } = save;
  /** What was typed is kept, now; answers when it is. */
  const flush = useCallback(async () => {
    window.clearTimeout(timer.current);
    const values = changed.current;
    changed.current = {};
    if (Object.keys(values).length > 0) await mutateAsync(values).catch(() => undefined);
    return Object.keys(changed.current).length === 0;
  }, [mutateAsync]);
  const change = (values: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...values }));
    changed.current = { ...changed.current, ...values };
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void flush(), restMs);
  };
  // Who leaves the page has it kept all the same.
  useEffect(() => () => void flush(), [flush]);
  return { draft, mail, change, flush, know, isSaving: save.isPending, hasFailed: save.isError };
}

function draftOf({ connectionId, to, cc, bcc, subject, body, hasSignature }: OutboxMail): Draft {
  return { connectionId, to, cc, bcc, subject, body, hasSignature };
}
