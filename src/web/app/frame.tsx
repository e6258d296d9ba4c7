/** The frame around every page: rail or bottom bar, palette, account, and the firm's time zone. */
import { useQuery } from '@tanstack/react-query';
import { type AnyRouter, Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { queries } from '../api/queries.ts';
import { CaptureHost } from '../features/capture/capture-host.tsx';
import { Notice } from '../features/offline/notice.tsx';
import { onClash, readClash } from '../ui/changes/clash.ts';
import { useLanguage } from '../ui/language.tsx';
import { useSpoken, WordsProvider } from '../ui/words.tsx';
import { ActKeys } from './act-keys.tsx';
import { DemoBanner } from './demo-banner.tsx';
import classes from './frame.module.css';
import { Rail } from './rail.tsx';
import { UndoKey } from './undo-key.tsx';
import { useLive } from './use-live.ts';

const loadPalette = () => import('./palette.tsx').then(({ Palette: loaded }) => ({ default: loaded }));
const Palette = lazy(loadPalette);
/** After the first screen has what it needs; at the first Ctrl+K it must be there already. */
const paletteLoadsAfterMs = 1_500;
const pagesLoadAfterMs = 400;
const ClashDialog = lazy(() =>
  import('../ui/changes/clash-dialog.tsx').then(({ ClashDialog: loaded }) => ({ default: loaded })),
);

export function Frame() {
  const { words, locale } = useSpoken();
  const router = useRouter();
  const { data: me } = useQuery(queries.me());
  useLive(me?.user.id);
  const { speak } = useLanguage();
  const [palette, setPalette] = useState<'unused' | 'open' | 'closed'>('unused');
  useEffect(() => {
    const waiting = window.setTimeout(() => loadPalette().catch(() => undefined), paletteLoadsAfterMs);
    // The two pages one goes to most are there before one goes.
    const pages = window.setTimeout(() => loadPages(router).catch(() => undefined), pagesLoadAfterMs);
    return () => {
      window.clearTimeout(waiting);
      window.clearTimeout(pages);
    };
  }, [router]);
  const wanted = me?.user.locale;
  const spokenOnce = useRef(false);
  useEffect(() => {
    // The account's language counts once, when it becomes known; after that the switch decides.
    if (!wanted || spokenOnce.current) return;
    spokenOnce.current = true;
    if (wanted !== locale) speak(wanted);
  }, [wanted, locale, speak]);
  if (!me) return null;
  return (
    <WordsProvider locale={locale} words={words} timeZone={me.firm.timeZone}>
      <a href="#content" className={classes.skip}>
        {words.shell.skip}
      </a>
      <CaptureHost>
        <div className={classes.frame}>
          <Rail user={me.user} onSearch={() => setPalette('open')} />
          <div className={classes.side}>
            <Notice userId={me.user.id} />
            {me.firm.isDemo && <DemoBanner isOwner={me.user.role === 'owner'} />}
            <Content />
          </div>
        </div>
        <ActKeys onSearch={() => setPalette('open')} />
      </CaptureHost>
      <UndoKey />
      <Clash />
      {palette !== 'unused' && (
        <Suspense>
          <Palette isOpen={palette === 'open'} onClose={() => setPalette('closed')} />
        </Suspense>
      )}
    </WordsProvider>
  );
}

async function loadPages(router: AnyRouter): Promise<void> {
  for (const path of ['/relations', '/relations/$partyId']) {
    const route = router.routesByPath[path];
    if (route) await router.loadRouteChunk(route);
  }
}

/** Seldom needed, so fetched only when two people wrote the same field. */
function Clash() {
  const asked = useSyncExternalStore(onClash, readClash);
  return (
    asked && (
      <Suspense>
        <ClashDialog />
      </Suspense>
    )
  );
}

function Content() {
  const place = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const seen = useRef(pathname);
  useEffect(() => {
    // After a step to another page the reader starts at its top, also with a keyboard or screen reader.
    if (seen.current === pathname) return;
    seen.current = pathname;
    place.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <main id="content" ref={place} tabIndex={-1} className={`${classes.content} landing`}>
      <Outlet />
    </main>
  );
}
