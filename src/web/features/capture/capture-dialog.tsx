import { Button, NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useAct } from '../../api/use-act.ts';
import { useUndo } from '../../ui/changes/use-undo.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { fromField, toField } from '../../ui/zoned-time.ts';
import { BenefitChips } from './benefit-chips.tsx';
import classes from './capture.module.css';
import { type CaptureChannel, captureChannels } from './channel-words.ts';
import { PromiseChip } from './promise-chip.tsx';
import { ReasonChip } from './reason-chip.tsx';
import { submitCapture } from './submit-capture.ts';
import { type Named, toInput, useDraft } from './use-draft.ts';
import { WhoChip } from './who-chip.tsx';

interface Props {
  /** Whose page one is on. */
  readonly near: Named | null;
  readonly onClose: () => void;
}

/** One line to type; what was understood of it stands below, to be put right; Enter keeps it. */
export function CaptureDialog({ near, onClose }: Props) {
  const { words, formats } = useSpoken();
  const { capture, shell } = words;
  const { undo } = useUndo();
  const { line, setLine, draft, put, isSearching } = useDraft(near);
  const [isMissing, setMissing] = useState(false);
  const [openedMs] = useState(Date.now);
  const { timeZone } = formats;
  const isAhead = draft.atMs !== null && draft.atMs > Date.now() + 60_000;
  const record = useAct({
    run: (who: Named) => submitCapture(toInput(draft, who, Date.now()), who.name),
    touches: [['party', draft.who?.id], ['tie'], ['parties'], ['today'], ['ideas']],
    onDone: ({ changeId, isIdea }, { name }) => {
      onClose();
      if (changeId === null) notifications.show({ message: capture.waiting(name) });
      else
        showUndo({
          message: isIdea ? capture.savedIdea(name) : capture.saved(name),
          label: shell.undo,
          close: shell.close,
          onUndo: () => undo({ changeId }),
        });
    },
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    // Whoever types fast is ahead of the search by a moment.
    if (isSearching && !draft.who) return;
    setMissing(draft.who === null);
    if (draft.who && !isAhead && !record.isPending) record.mutate(draft.who);
  };
  return (
    <Dialog title={capture.title} onClose={onClose} size="lg">
      <form onSubmit={save} className={classes.form}>
        <TextInput
          data-autofocus
          label={capture.line}
          description={capture.hint}
          placeholder={capture.placeholder}
          inputWrapperOrder={['label', 'input', 'description']}
          size="md"
          autoComplete="off"
          maxLength={4000}
          value={line}
          onChange={(event) => setLine(event.currentTarget.value)}
        />
        <fieldset className={classes.chips}>
          <legend>{capture.understood}</legend>
          <WhoChip who={draft.who} isMissing={isMissing && !draft.who} onChange={(who) => put({ who })} />
          <NativeSelect
            size="xs"
            aria-label={capture.how}
            value={draft.channel}
            data={captureChannels.map((value) => ({ value, label: capture.channels[value] }))}
            onChange={(event) => put({ channel: event.currentTarget.value as CaptureChannel })}
          />
          <NativeSelect
            size="xs"
            aria-label={capture.side}
            value={draft.from}
            data={[
              { value: 'ours', label: capture.fromUs },
              { value: 'theirs', label: capture.fromThem },
            ]}
            onChange={(event) => put({ from: event.currentTarget.value === 'ours' ? 'ours' : 'theirs' })}
          />
          <TextInput
            size="xs"
            type="datetime-local"
            aria-label={capture.when}
            error={isAhead ? capture.future : null}
            value={toField(draft.atMs ?? openedMs, timeZone)}
            onChange={(event) => put({ atMs: fromField(event.currentTarget.value, timeZone) })}
          />
          <BenefitChips benefits={draft.benefits} onChange={(benefits) => put({ benefits })} />
          <ReasonChip reason={draft.reason} onChange={(reason) => put({ reason })} />
          <PromiseChip promise={draft.promise} onChange={(promise) => put({ promise })} />
        </fieldset>
        <TextInput
          label={capture.kept}
          placeholder={capture.keptPlaceholder}
          maxLength={300}
          value={draft.keptLine}
          onChange={(event) => put({ keptLine: event.currentTarget.value })}
        />
        <div className={classes.acts}>
          <Button type="submit" loading={record.isPending}>
            {capture.save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {shell.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
