import { Button, Radio, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Foundation, FoundationStatement } from '#contract/foundations.ts';
import type { Party } from '#contract/parties.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { foundationTouches } from '../../api/standing-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { useKindName } from '../../ui/foundation/use-kind-name.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useFoundationWords } from '../../ui/words-of/foundations.ts';
import { FaceFields, type FaceWriting } from './face-fields.tsx';
import classes from './foundation.module.css';
import { OwnReason } from './own-reason.tsx';

interface Props {
  readonly party: Party;
  readonly read: Foundation;
  readonly was: FoundationStatement | null;
  readonly onClose: () => void;
}

/** One reason as they gave it. What was read before stays beside it. */
export function ReasonForm({ party, read, was, onClose }: Props) {
  const { words: all, formats } = useSpoken();
  const words = useFoundationWords();
  const nameOf = useKindName(read.kinds);
  const { sayDone } = useUndoRecord();
  const today = formats.dayKey(Date.now());
  const [kind, setKind] = useState(was?.kind ?? null);
  const [said, setSaid] = useState(was?.words ?? '');
  const [day, setDay] = useState(was ? formats.dayKey(was.saidAt) : today);
  const [ground, setGround] = useState(was?.ground ?? 'said');
  const [face, setFace] = useState<FaceWriting>({
    face: was?.face ?? null,
    colleagueId: was?.colleague?.id ?? null,
    toldBy: was?.toldBy ?? null,
    neededFor: was?.neededFor ?? '',
  });
  const save = useAct({
    run: (chosen: string) => {
      // Noon of that day, but never later than now.
      const noon = new Date(`${day}T12:00:00Z`);
      const saidAt = (day === today || noon > new Date() ? new Date() : noon).toISOString();
      const isSameDay = was && formats.dayKey(was.saidAt) === day;
      const body = {
        ...{ kind: chosen, ground, words: said.trim() === '' ? null : said.trim() },
        ...(isSameDay ? {} : { saidAt }),
        ...(chosen === 'personal' ? face : { face: null }),
      };
      return was
        ? api.foundations.correct({
            ...{ ...nothing, params: { statementId: was.id }, body },
            headers: { ...newKey(), ...ifMatch(was.version) },
          })
        : api.foundations.state({ ...nothing, body: { partyId: party.id, ...body }, headers: newKey() });
    },
    touches: foundationTouches,
    isQuiet: true,
    onDone: ({ id }) => {
      sayDone(was ? words.did.changed : words.did.written, id);
      onClose();
    },
  });
  // Family is kept only where one of them said so, for something it is needed for.
  const isUntold =
    kind === 'personal' && face.face === 'family' && (face.toldBy === null || face.neededFor.trim() === '');
  const failure = save.isError ? describeFailure(save.error, all) : null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (kind !== null) save.mutate(kind);
  };
  return (
    <form className={`${classes.form} noPrint`} onSubmit={send} aria-label={words.write}>
      <Radio.Group label={words.why} value={kind} onChange={setKind}>
        <div className={classes.choices}>
          {read.kinds.map(({ key }) => (
            <Radio key={key} value={key} label={nameOf(key)} />
          ))}
        </div>
      </Radio.Group>
      <OwnReason onMade={(made) => setKind(made)} />
      <Textarea
        label={words.words}
        placeholder={words.wordsPlaceholder}
        autosize
        minRows={2}
        maxLength={2000}
        value={said}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
      {kind === 'personal' && <FaceFields partyId={party.id} value={face} onChange={setFace} />}
      <div className={classes.dates}>
        <TextInput
          type="date"
          label={words.when}
          max={today}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Select
          label={words.how}
          allowDeselect={false}
          data={(['said', 'survey'] as const).map((value) => ({ value, label: words.grounds[value] }))}
          value={ground}
          onChange={(value) => setGround(value === 'survey' ? 'survey' : 'said')}
        />
      </div>
      {failure && (
        <p role="alert" className={classes.failure}>
          {failure.sentence}
        </p>
      )}
      <div className={classes.acts}>
        <Button type="submit" loading={save.isPending} disabled={kind === null || day === '' || isUntold}>
          {words.save}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {all.shell.cancel}
        </Button>
      </div>
    </form>
  );
}
