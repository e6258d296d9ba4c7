import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OutboxMail } from '#contract/outbox.ts';
import type { RichBlock, RichInline, RichItem, RichTask, RichText } from '#contract/rich-text.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { networkQueries } from '../../api/network-queries.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { useNetworkWords } from '../../ui/words-of/network.ts';
import classes from './letter.module.css';

interface Props {
  readonly mail: OutboxMail;
  readonly subject: string;
  readonly body: RichText;
}

const mostNote = 4000;

/** Whom of us they know best sends it: the text goes along as a task, and can be taken back. */
export function HandOver({ mail, subject, body }: Props) {
  const { hand } = useNetworkWords();
  const { sayDone } = useUndoRecord();
  const { party } = mail;
  const network = useQuery({ ...networkQueries.party(party?.id ?? ''), enabled: party !== null });
  const me = useQuery(queries.me()).data?.user;
  const users = useQuery(queries.users()).data?.items ?? [];
  const best = network.data?.ours.people.find(({ hasLeft }) => !hasLeft);
  const user = users.find(({ partyId }) => partyId !== null && partyId === best?.id);
  const name = best?.name.split(' ')[0] ?? '';
  const give = useAct({
    run: () => {
      const about = { name, to: party?.name ?? '', subject: subject.trim() || hand.noSubject };
      const title = (user ? hand.task(about) : hand.ask(about)).slice(0, 300);
      const note = textOf(body).slice(0, mostNote) || null;
      const assigned = user ? { assigneeId: user.id } : {};
      return api.tasks.create({
        ...nothing,
        body: { title, note, partyId: party?.id ?? null, ...assigned },
        headers: newKey(),
      });
    },
    touches: [['tasks'], ['today'], ['party', party?.id ?? '']],
    onDone: ({ id }) => sayDone(user ? hand.done(name) : hand.doneSelf(name), id),
  });
  if (!party || !best || !me || best.id === me.partyId) return null;
  return (
    <div className={classes.extras}>
      <span className="soft small">{hand.knows(best.name)}</span>
      <Button variant="subtle" size="compact-sm" loading={give.isPending} onClick={() => give.mutate()}>
        {hand.offer(name)}
      </Button>
    </div>
  );
}

function textOf(body: RichText): string {
  return body.content.map(sayBlock).join('\n\n').trim();
}

function sayBlock(block: RichBlock | RichItem | RichTask): string {
  const parts: readonly (RichBlock | RichItem | RichTask | RichInline)[] = block.content ?? [];
  return parts
    .map((part) => {
      if (part.type === 'text') return part.text;
      if (part.type === 'hardBreak') return '\n';
      if (part.type === 'mention') return part.attrs.label;
      return `${sayBlock(part)}\n`;
    })
    .join('');
}
