import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { useNetworkWords } from '../../ui/words-of/network.ts';

interface Props {
  readonly colleague: { readonly id: string; readonly name: string };
  readonly askedId: string;
  readonly draft: { readonly subject: string; readonly text: string };
}

/** To the colleague who knows them best, with the draft in it: it is that colleague who writes. Only where they work with Hecht. */
export function LeaveIntroduction({ colleague, askedId, draft }: Props) {
  const words = useNetworkWords().way;
  const { sayDone } = useUndoRecord();
  const users = useQuery(queries.users());
  const user = users.data?.items.find(({ partyId }) => partyId === colleague.id);
  const leave = useAct({
    run: (assigneeId: string) =>
      api.tasks.create({
        ...nothing,
        body: { title: draft.subject, note: draft.text, partyId: askedId, assigneeId },
        headers: newKey(),
      }),
    touches: [['tasks'], ['party', askedId], ['today']],
    onDone: ({ id }) => sayDone(words.left(colleague.name), id),
  });
  if (!user) return null;
  return (
    <Button size="compact-sm" variant="subtle" loading={leave.isPending} onClick={() => leave.mutate(user.id)}>
      {words.leave(colleague.name)}
    </Button>
  );
}
