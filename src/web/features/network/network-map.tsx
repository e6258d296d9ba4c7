import { Checkbox, Select, Slider } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { NetworkMap as MapData } from '#contract/network.ts';
import { networkQueries } from '../../api/network-queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useNetworkWords } from '../../ui/words-of/network.ts';
import classes from './network.module.css';
import { type MapKind, type MapView, pickShown } from './pick-shown.ts';
import { SigmaMap } from './sigma-map.tsx';

const kinds = ['everybody', 'person', 'organisation'] as const;
const monthsBack = 12;
const start: MapView = { kind: 'everybody', strength: 0, isNotedShown: true, monthsAgo: 0 };

export function NetworkMap() {
  const words = useNetworkWords().map;
  const [scope, setScope] = useState<'matters' | 'all'>('matters');
  const [view, setView] = useState(start);
  const [chosen, setChosen] = useState<string | null>(null);
  const asked = useQuery(networkQueries.map(scope));
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  const change = (part: Partial<MapView>) => setView({ ...view, ...part });
  return (
    <div className={classes.mapPart}>
      <div className={classes.tools}>
        <Select
          label={words.scope}
          value={scope}
          allowDeselect={false}
          data={(['matters', 'all'] as const).map((value) => ({ value, label: words[value] }))}
          onChange={(value) => {
            setScope(value === 'all' ? 'all' : 'matters');
            change({ monthsAgo: 0 });
          }}
        />
        <Select
          label={words.kinds}
          value={view.kind}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: words[value] }))}
          onChange={(value) => change({ kind: (value ?? 'everybody') as MapKind })}
        />
        <Strength strength={view.strength} onChange={(strength) => change({ strength })} />
        {scope === 'matters' && <Month monthsAgo={view.monthsAgo} onChange={(monthsAgo) => change({ monthsAgo })} />}
        <Checkbox
          label={words.noted}
          checked={view.isNotedShown}
          onChange={(event) => change({ isNotedShown: event.currentTarget.checked })}
        />
      </div>
      {asked.data ? (
        <Drawn map={asked.data} view={view} chosen={chosen} onChoose={setChosen} />
      ) : (
        <p className="soft">{words.drawing}</p>
      )}
    </div>
  );
}

interface DrawnProps {
  readonly map: MapData;
  readonly view: MapView;
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

function Drawn({ map, view, chosen, onChoose }: DrawnProps) {
  const { formats } = useSpoken();
  const words = useNetworkWords().map;
  const shown = pickShown(map, view);
  const counts = { nodes: shown.nodes.size, edges: shown.edges.size };
  return (
    <>
      <SigmaMap map={map} shown={shown} chosen={chosen} label={words.label(counts)} onChoose={onChoose} />
      <Legend />
      <div className={classes.below}>
        <Select
          label={words.find}
          searchable
          clearable
          limit={30}
          value={chosen}
          data={map.nodes.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={onChoose}
        />
        <Chosen map={map} id={chosen} />
      </div>
      <p className="soft small" role="status">
        {words.counted({ nodes: formats.number(counts.nodes), edges: formats.number(counts.edges) })}{' '}
        {map.left > 0 && words.left(formats.number(map.left))}
      </p>
    </>
  );
}

function Chosen({ map, id }: { map: MapData; id: string | null }) {
  const words = useNetworkWords().map;
  const place = map.nodes.findIndex((node) => node.id === id);
  const node = map.nodes[place];
  if (!node) return null;
  const ties = map.edges.filter(({ from, to }) => from === place || to === place).length;
  return (
    <p className={classes.chosen}>
      <strong>{node.name}</strong> · {words.neighbours(ties)} {node.cutOff > 0 && words.lost(node.cutOff)}{' '}
      <Link to="/relations/$partyId" params={{ partyId: node.id }} search={{ tab: 'network' }}>
        {words.open}
      </Link>
    </p>
  );
}

function Strength({ strength, onChange }: { strength: number; onChange: (strength: number) => void }) {
  const words = useNetworkWords().map;
  return (
    <div className={classes.slider}>
      <span className={classes.label}>
        {words.strength} <span className="number">{strength}</span>
      </span>
      <Slider min={0} max={90} step={5} value={strength} label={null} thumbLabel={words.strength} onChange={onChange} />
    </div>
  );
}

function Month({ monthsAgo, onChange }: { monthsAgo: number; onChange: (monthsAgo: number) => void }) {
  const { formats } = useSpoken();
  const words = useNetworkWords().map;
  const at = new Date();
  at.setMonth(at.getMonth() - monthsAgo);
  const said = monthsAgo === 0 ? words.now : formats.monthYear(at.getTime());
  return (
    <div className={classes.slider}>
      <span className={classes.label}>
        {words.month} {said}
      </span>
      <Slider
        min={0}
        max={monthsBack}
        value={monthsBack - monthsAgo}
        label={null}
        thumbLabel={words.month}
        onChange={(value) => onChange(monthsBack - value)}
      />
    </div>
  );
}

function Legend() {
  const words = useNetworkWords().map;
  return (
    <ul className={classes.legend}>
      <li>
        <span className={classes.dotUs} aria-hidden="true" /> {words.us}
      </li>
      <li>
        <span className={classes.dot} aria-hidden="true" /> {words.them}
      </li>
      <li>
        <span className={classes.dotCut} aria-hidden="true" /> {words.cut}
      </li>
      <li>
        <span className={classes.bridge} aria-hidden="true" /> {words.bridge}
      </li>
    </ul>
  );
}
