import { useQuery } from '@tanstack/react-query';
import type { RichText } from '#contract/rich-text.ts';
import { api, nothing } from '../../api/client.ts';
import { mailQueries } from '../../api/mail-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { useMailWords } from '../../ui/words-of/mail.ts';
import classes from './letter.module.css';

interface Props {
  readonly partyId: string | null;
  readonly onChoose: (filled: { subject: string; body: RichText }) => void;
}

/** A text one uses more often, filled in for whom one writes to. */
export function TemplatePicker({ partyId, onChoose }: Props) {
  const { letter } = useMailWords();
  const { data } = useQuery(mailQueries.templates());
  const fill = useAct({
    run: async (templateId: string) => {
      const known = data?.items.find(({ id }) => id === templateId);
      // Nobody to fill it in for: as it stands, with its fields to be seen.
      if (partyId === null) return { subject: known?.subject ?? '', body: known?.body ?? null };
      return api.mailTemplates.preview({ ...nothing, params: { templateId, partyId } });
    },
    onDone: ({ subject, body }) => body && onChoose({ subject, body }),
  });
  const templates = data?.items ?? [];
  if (templates.length === 0) return null;
  const choices = templates.map(({ id, name }) => ({ label: name, onChoose: () => fill.mutate(id) }));
  return (
    <LazyMenu label={letter.template} className={classes.quiet ?? ''} parts={[{ choices }]}>
      {letter.template}
    </LazyMenu>
  );
}
