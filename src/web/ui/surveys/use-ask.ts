import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { RichText } from '#contract/rich-text.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { mailQueries } from '../../api/mail-queries.ts';
import { surveyTouches } from '../../api/survey-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useSurveyWords } from '../words-of/surveys.ts';

export interface Asking {
  readonly party: { readonly id: string; readonly name: string };
  readonly kind: 'missing' | 'four';
}

export interface FreshLink extends Asking {
  readonly url: string;
}

/** Makes the link and begins the mail it goes in; where no mailbox sends, the link is there to give by hand. */
export function useAsk() {
  const { letter } = useSurveyWords();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [link, setLink] = useState<FreshLink | null>(null);
  const write = useAct({
    run: ({ party, kind, url }: FreshLink) => {
      const body = letterOf([letter.hello(party.name), letter.text[kind], `${letter.here} ${url}`, letter.no]);
      const mail = { partyId: party.id, subject: letter.subject[kind], body };
      return api.outboxMails.create({ ...nothing, body: mail, headers: newKey() });
    },
    touches: [['mail', 'out']],
    isQuiet: true,
    onDone: ({ id }) => void navigate({ to: '/mail/write/$outboxId', params: { outboxId: id } }),
    onFailed: setLink,
  });
  const ask = useAct({
    run: ({ party, kind }: Asking) =>
      api.surveys.ask({ ...nothing, body: { partyId: party.id, kind }, headers: newKey() }),
    touches: surveyTouches,
    onDone: ({ url }, asking) => void give({ ...asking, url }),
  });
  const give = async (made: FreshLink) => {
    const senders = await cache.fetchQuery(mailQueries.senders()).catch(() => null);
    if (senders?.items.some(({ server }) => server !== null)) write.mutate(made);
    else setLink(made);
  };
  return { ask, link, onClose: () => setLink(null) };
}

function letterOf(paragraphs: readonly string[]): RichText {
  return {
    type: 'doc',
    content: paragraphs.map((text) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })),
  };
}
