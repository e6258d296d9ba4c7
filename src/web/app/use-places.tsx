/** What the palette offers for some letters: relations by what fits, those opened lately, views, acts and pages. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { listQueries } from '../api/list-queries.ts';
import { queries } from '../api/queries.ts';
import { stateOfView } from '../features/relations/use-view-acts.ts';
import { type Act, useAllActs } from '../ui/acts.ts';
import { BondGlyph } from '../ui/bond-glyph.tsx';
import { factsOfFigures } from '../ui/glyph/glyph-facts.ts';
import { recentlyOpened } from '../ui/recent.ts';
import { useWords } from '../ui/words.tsx';

export interface Place {
  readonly key: string;
  readonly name: string;
  readonly context: string;
  readonly picture?: ReactNode;
  readonly keys?: string | undefined;
  readonly go: () => void;
}

interface Group {
  readonly name: string;
  readonly places: readonly Place[];
}

type Found = ReturnType<typeof useFound>['found'][number];

/** At rest a handful of each is enough. */
const mostAtRest = 6;

function useFound(asked: string) {
  const { data, isPlaceholderData, isLoading } = useQuery({
    ...queries.search(asked),
    placeholderData: keepPreviousData,
  });
  if (asked === '') return { found: [], isBehind: false };
  return { found: data?.items ?? [], isBehind: isPlaceholderData || isLoading };
}

/** `isBehind`: what stands there was found for fewer letters. */
export function usePlaces(asked: string): { groups: readonly Group[]; isBehind: boolean } {
  const words = useWords();
  const names = words.acts.groups;
  const navigate = useNavigate();
  const acts = useAllActs();
  const { found, isBehind } = useFound(asked);
  const views = useQuery(listQueries.views()).data?.items ?? [];
  const open = (partyId: string) => void navigate({ to: '/relations/$partyId', params: { partyId }, search: {} });
  const parts = plain(asked).split(' ');
  const fits = (name: string) => parts.every((part) => plain(name).includes(part));
  const ofKind = (kind: Act['kind']): Place[] => {
    const known = acts.filter((act) => act.kind === kind && act.run && fits(act.name));
    const unique = [...new Map(known.map((act) => [act.id, act])).values()];
    return unique.map((act) => ({
      key: act.id,
      name: act.name,
      context: '',
      keys: act.keys?.[0]?.replace('Control+', 'Ctrl '),
      go: () => act.run?.(),
    }));
  };
  const relation = (party: Found): Place => ({
    key: party.id,
    name: party.name,
    context: party.matched.text ?? party.context ?? '',
    picture: <BondGlyph facts={party.figures && factsOfFigures(party.figures)} size={22} isDecoration />,
    go: () => open(party.id),
  });
  const byMatch = Map.groupBy(found, ({ matched }) => matched.by);
  const relations = [...byMatch].map(([by, list]) => {
    return {
      isLoose: by === 'typo' || by === 'note',
      name: by === 'name' ? names.relations : words.lists.matched[by],
      places: list.map(relation),
    };
  });
  const recent = recentlyOpened().filter(({ name }) => asked === '' && fits(name));
  const shown = [
    ...relations.filter(({ isLoose }) => !isLoose),
    {
      name: names.recent,
      places: recent.map(({ id, name }) => ({ key: `recent ${id}`, name, context: '', go: () => open(id) })),
    },
    { name: names.acts, places: ofKind('act') },
    {
      name: names.views,
      places: views
        .filter(({ name }) => fits(name))
        .map((view) => ({
          key: view.id,
          name: view.name,
          context: view.by ? words.lists.views.sharedBy(view.by) : '',
          go: () => void navigate({ to: '/relations', search: stateOfView(view) }),
        })),
    },
    { name: names.pages, places: ofKind('page') },
    // What merely looks like it, or stands somewhere in a note, comes after all that is called so.
    ...relations.filter(({ isLoose }) => isLoose),
  ];
  const groups = shown
    .map((group) => (asked === '' ? { ...group, places: group.places.slice(0, mostAtRest) } : group))
    .filter(({ places }) => places.length > 0);
  return { groups, isBehind };
}

/** Compared without accents or capitals. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
