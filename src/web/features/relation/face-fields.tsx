import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { standingQueries } from '../../api/standing-queries.ts';
import { useFoundationWords } from '../../ui/words-of/foundations.ts';
import classes from './foundation.module.css';

export interface FaceWriting {
  readonly face: 'familiar' | 'family' | null;
  readonly colleagueId: string | null;
  readonly toldBy: 'them' | 'us' | null;
  readonly neededFor: string;
}

interface Props {
  readonly partyId: string;
  readonly value: FaceWriting;
  readonly onChange: (value: FaceWriting) => void;
}

/** Goodwill towards somebody: a familiar face, or family, which is kept only when told and needed. */
export function FaceFields({ partyId, value, onChange }: Props) {
  const words = useFoundationWords();
  const read = useQuery(standingQueries.foundation(partyId));
  const colleagues = (read.data?.colleagues ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const change = (part: Partial<FaceWriting>) => onChange({ ...value, ...part });
  return (
    <>
      <div className={classes.dates}>
        <Select
          label={words.face}
          allowDeselect={false}
          data={[
            { value: 'none', label: words.faces.none },
            { value: 'familiar', label: words.faces.familiarKind },
            { value: 'family', label: words.faces.familyKind },
          ]}
          value={value.face ?? 'none'}
          onChange={(face) => change({ face: face === 'familiar' || face === 'family' ? face : null })}
        />
        {value.face !== null && (
          <Select
            label={words.colleague}
            searchable
            clearable
            data={colleagues}
            value={value.colleagueId}
            onChange={(colleagueId) => change({ colleagueId })}
          />
        )}
      </div>
      {value.face === 'family' && (
        <>
          <p className="soft">{words.neededNote}</p>
          <div className={classes.dates}>
            <Select
              label={words.toldBy}
              data={(['them', 'us'] as const).map((teller) => ({ value: teller, label: words.tellers[teller] }))}
              value={value.toldBy}
              onChange={(toldBy) => change({ toldBy: toldBy === 'them' || toldBy === 'us' ? toldBy : null })}
            />
            <TextInput
              label={words.neededFor}
              maxLength={500}
              value={value.neededFor}
              onChange={(event) => change({ neededFor: event.currentTarget.value })}
            />
          </div>
        </>
      )}
    </>
  );
}
