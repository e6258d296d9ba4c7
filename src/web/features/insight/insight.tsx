import { Link } from '@tanstack/react-router';
import { PageHead } from '../../ui/page-head.tsx';
import { useInsightWords } from '../../ui/words-of/insight.ts';
import classes from './insight.module.css';
import { insightPlaces } from './insight-places.ts';

/** One line a page: what one would ask, and where the answer is. */
export function Insight() {
  const { title, lead, places } = useInsightWords();
  return (
    <div className={classes.page}>
      <PageHead title={title} lead={lead} />
      <ul className={classes.places}>
        {insightPlaces.map(({ key, to }) => (
          <li key={key}>
            <Link to={to} className={classes.place}>
              <span className={classes.name}>{places[key].name}</span>
              <span className="soft">{places[key].lead}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
