import { UnstyledButton } from '@mantine/core';
import type { Tie } from '#contract/ties.ts';
import type { BlockName, Reason } from '#engine/reading.ts';
import type { ReasonCode } from '#engine/reason-codes.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpoken } from '../../ui/words.tsx';
import classes from './block-panel.module.css';
import { type Sides, sideOf, sidesOf } from './sides.ts';

interface Props {
  readonly tie: Tie;
  readonly block: BlockName;
  readonly them: string;
}

export function Reasons({ tie, block, them }: Props) {
  const sides = sidesOf(tie);
  const { reasons } = tie.reading[block];
  return (
    <ul className={classes.reasons}>
      {reasons.map((reason) => (
        <ReasonLine
          key={`${reason.code} ${reason.direction} ${reason.numbers.sinceMs ?? ''}`}
          reason={reason}
          tie={tie}
          sides={sides}
          them={them}
        />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly reason: Reason;
  readonly tie: Tie;
  readonly sides: Sides;
  readonly them: string;
}

function ReasonLine({ reason, tie, sides, them }: LineProps) {
  const { words, formats } = useSpoken();
  const { reasons } = words;
  const muting = tie.corrections.find(({ mutedCode }) => mutedCode === reason.code);
  const touches = [['tie', tie.id], ['party'], ['parties'], ['today']];
  const mute = useAct({
    run: () =>
      api.ties.correct({
        ...nothing,
        params: { tieId: tie.id },
        body: { block: null, value: null, mutedCode: reason.code, note: null },
        headers: newKey(),
      }),
    touches,
  });
  const unmute = useAct({
    run: (correctionId: string) =>
      api.ties.withdraw({ ...nothing, params: { tieId: tie.id, correctionId }, headers: newKey() }),
    touches,
  });
  const say = reasons.sentences[reason.code as ReasonCode];
  const side = reason.direction && sideOf(reason.direction, sides);
  const sentence = say?.({ numbers: reason.numbers, side, them, formats }) ?? reasons.unknown;
  const isOwnWord = reason.code === 'corrected';
  return (
    <li className={classes.reason} data-muted={reason.muted}>
      <span>{sentence}</span>
      {reason.muted && muting && (
        <UnstyledButton className={classes.mute} onClick={() => unmute.mutate(muting.id)}>
          {reasons.unmute}
        </UnstyledButton>
      )}
      {!reason.muted && !isOwnWord && (
        <UnstyledButton className={`${classes.mute} noPrint`} onClick={() => mute.mutate()} disabled={mute.isPending}>
          {reasons.mute}
        </UnstyledButton>
      )}
    </li>
  );
}
