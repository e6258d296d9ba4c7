import { useQuery } from '@tanstack/react-query';
import type { ParameterName } from '#engine/parameters.ts';
import { queries } from '../../api/queries.ts';
import { Problem } from '../problem.tsx';
import { useSpoken } from '../words.tsx';
import { useParameterWords } from '../words-of/parameters.ts';
import type { FigureLine } from './number-account.tsx';
import classes from './numbers.module.css';

interface Props {
  readonly names: readonly ParameterName[];
  readonly figures: readonly FigureLine[];
}

/** The numbers a calculation went with, as they are in force now. */
export function ParameterLines({ names, figures }: Props) {
  const { words, formats } = useSpoken();
  const { units } = words.settings.parameters;
  const { parameters } = useParameterWords();
  const asked = useQuery({ ...queries.parameters(), enabled: names.length > 0 });
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  const inForce = (asked.data?.items ?? []).filter(({ name }) => names.includes(name as ParameterName));
  return (
    <table className={classes.lines}>
      <tbody>
        {figures.map(({ key, what, value }) => (
          <tr key={key}>
            <td>{what}</td>
            <td className="number">{value}</td>
          </tr>
        ))}
        {inForce.map(({ name, value, unit }) => (
          <tr key={name}>
            <td>{parameters[name as ParameterName]}</td>
            <td className="number">
              {formats.number(value, 3)} <span className="soft">{units[unit] ?? unit}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
