import { Button, Checkbox, NativeSelect, Slider } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, lazy, type ReactNode, Suspense, useState } from 'react';
import type { WhatIfQuestion } from '#contract/what-if-runs.ts';
import { whatIfQueries } from '../../api/what-if-queries.ts';
import { useSpoken } from '../words.tsx';
import { useWhatIfWords } from '../words-of/what-if.ts';
import { emptyDraft, type QuestionDraft, questionKinds, questionOf } from './question-draft.ts';
import classes from './what-if.module.css';

const PartySelect = lazy(() => import('../party-select.tsx').then((loaded) => ({ default: loaded.PartySelect })));

interface Props {
  readonly colleagueId?: string | undefined;
  /** Who could leave there, where that is known. */
  readonly contacts?: readonly { readonly id: string; readonly name: string }[];
  readonly isAsking: boolean;
  /** Of whom, and as of when: what else is asked. */
  readonly children?: ReactNode;
  readonly onAsk: (question: WhatIfQuestion) => void;
}

/** What would happen, in plain words: one choice, and what belongs to it. */
export function QuestionForm({ colleagueId, contacts, isAsking, children, onAsk }: Props) {
  const said = useWhatIfWords();
  const [draft, setDraft] = useState<QuestionDraft>(
    colleagueId === undefined ? emptyDraft : { ...emptyDraft, kind: 'colleague-away', colleagueId },
  );
  const [isMissing, setMissing] = useState(false);
  const change = (part: Partial<QuestionDraft>) => {
    setMissing(false);
    setDraft({ ...draft, ...part });
  };
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const question = questionOf(draft);
    if (question === null) setMissing(true);
    else onAsk(question);
  };
  return (
    <form className={classes.form} onSubmit={ask} aria-label={said.what}>
      <fieldset className={classes.kinds}>
        <legend>{said.what}</legend>
        {questionKinds.map((kind) => (
          <label key={kind} className={classes.kind}>
            <input type="radio" name="what" checked={draft.kind === kind} onChange={() => change({ kind })} />
            <span>{said.kinds[kind]}</span>
          </label>
        ))}
      </fieldset>
      <div className={classes.details}>
        <Details draft={draft} change={change} isMissing={isMissing} contacts={contacts} />
        {children}
      </div>
      <div>
        <Button type="submit" loading={isAsking}>
          {said.ask}
        </Button>
      </div>
    </form>
  );
}

interface DetailsProps {
  readonly draft: QuestionDraft;
  readonly change: (part: Partial<QuestionDraft>) => void;
  readonly isMissing: boolean;
  readonly contacts: Props['contacts'];
}

function Details(props: DetailsProps) {
  const said = useWhatIfWords();
  const { draft, change, isMissing, contacts } = props;
  switch (draft.kind) {
    case 'price':
      return <PriceDetails {...props} />;
    case 'scandal':
      return (
        <NativeSelect
          label={said.severity}
          value={draft.severity}
          data={(['20', '50', '90'] as const).map((value) => ({ value, label: said.severities[value] }))}
          onChange={(event) => change({ severity: event.currentTarget.value as QuestionDraft['severity'] })}
        />
      );
    case 'colleague-away':
      return <ColleagueDetails {...props} />;
    case 'contact-leaves':
      return contacts ? (
        <NativeSelect
          label={said.contact}
          value={draft.contactId ?? ''}
          error={isMissing && said.missing.contact}
          data={[{ value: '', label: '' }, ...contacts.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => change({ contactId: event.currentTarget.value || null })}
        />
      ) : (
        <Suspense>
          <PartySelect
            label={said.contact}
            isLabelShown
            value={draft.contactId}
            error={isMissing ? said.missing.contact : undefined}
            onChange={(contactId) => change({ contactId })}
          />
        </Suspense>
      );
    case 'product-stops':
      return <ProductDetails {...props} />;
  }
}

function PriceDetails({ draft, change }: DetailsProps) {
  const said = useWhatIfWords();
  const { formats } = useSpoken();
  const value = said.percentValue(formats.number(draft.percent));
  return (
    <>
      <div className={classes.slider}>
        <span aria-hidden="true">{said.percent}</span>
        <Slider
          thumbLabel={said.percent}
          value={draft.percent}
          onChange={(percent) => change({ percent })}
          min={1}
          max={40}
          label={null}
          size="sm"
          thumbProps={{ 'aria-valuetext': value }}
        />
        <span className={classes.value} data-supposed="">
          {value}
        </span>
      </div>
      <Checkbox
        label={said.announced}
        checked={draft.isAnnounced}
        onChange={(event) => change({ isAnnounced: event.currentTarget.checked })}
      />
    </>
  );
}

/** Whoever answers for the firm asks of anybody; others ask of themselves. */
function ColleagueDetails({ draft, change, isMissing }: DetailsProps) {
  const said = useWhatIfWords();
  const { data } = useQuery(whatIfQueries.colleagues());
  const colleagues = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <NativeSelect
        label={said.colleague}
        description={said.colleagueHint}
        value={draft.colleagueId ?? ''}
        error={isMissing && said.missing.colleague}
        data={[{ value: '', label: '' }, ...colleagues]}
        onChange={(event) => change({ colleagueId: event.currentTarget.value || null })}
      />
      <NativeSelect
        label={said.carried}
        value={draft.carried}
        data={(['0', '30', '70'] as const).map((value) => ({ value, label: said.carries[value] }))}
        onChange={(event) => change({ carried: event.currentTarget.value as QuestionDraft['carried'] })}
      />
    </>
  );
}

function ProductDetails({ draft, change, isMissing }: DetailsProps) {
  const said = useWhatIfWords();
  const { data } = useQuery(whatIfQueries.products());
  if (data?.items.length === 0) return <p className="soft">{said.noProducts}</p>;
  const products = (data?.items ?? []).map(({ product }) => ({ value: product, label: product }));
  return (
    <NativeSelect
      label={said.product}
      value={draft.product ?? ''}
      error={isMissing && said.missing.product}
      data={[{ value: '', label: '' }, ...products]}
      onChange={(event) => change({ product: event.currentTarget.value || null })}
    />
  );
}
